//! The program `langebro`: hands its arguments to the library and ends with the status that comes back.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    langebro::cli::run(std::env::args_os())
}
