//! What a translator is told beside the texts.

use super::Job;
use super::segments::{Mark, What};
use super::sheet::{Beside, BlockId, Sheet, Slot, Unit, UnitKind, UnitMark};
use crate::diagnostic::Words;
use crate::page::FieldName;

/// How many characters of a text beside are repeated.
const ROOM: usize = 300;

/// What holds for all texts.
pub(super) fn head(job: &Job, words: &Words) -> Vec<String> {
    let values = [("title", job.title.clone()), ("from", job.from.to_string()), ("to", job.to.to_string())];
    words.text("exchange-head", &values).lines().map(str::to_owned).collect()
}

/// What holds for a text: where it stands, what its marks are, and what stands beside it now, if that is built otherwise.
pub(super) fn unit(sheet: &Sheet, unit: &Unit, words: &Words) -> Vec<String> {
    let kind = match &unit.kind {
        UnitKind::Field(FieldName::Title) => "title",
        UnitKind::Field(FieldName::Description) => "description",
        UnitKind::Field(FieldName::Reason(_)) => "reason",
        UnitKind::Segment(kind) => kind.name(),
    };
    let mut lines = vec![words.text("exchange-page", &[("title", sheet.source.page.front.title.clone()), ("key", sheet.key.clone())])];
    let kind = words.text("exchange-kind", &[("kind", kind.to_owned())]);
    lines.push(match (&unit.kind, &unit.above) {
        (UnitKind::Field(FieldName::Reason(tag)), _) => format!("{kind} {tag}"),
        (_, Some(above)) => words.text("exchange-above", &[("kind", kind), ("heading", above.clone())]),
        (_, None) => kind,
    });
    lines.extend(unit.marks.iter().filter_map(|mark| self::mark(mark, words)));
    if let Some(earlier) = &unit.earlier {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        lines.push(words.text("exchange-before", &[("text", flat(&earlier.source))]));
        lines.extend(earlier.target.as_ref().map(|text| words.text("exchange-before-target", &[("text", flat(text))])));
    }
    if let Slot::New(spot) = unit.slot {
        lines.extend(now(sheet, spot.block).map(|text| words.text("exchange-now", &[("text", text)])));
    }
    lines
}

fn mark(mark: &UnitMark, words: &Words) -> Option<String> {
    let source = mark.source.as_ref()?;
    let number = mark.number;
    let sign = if source.is_pair { format!("{{{number}}}…{{/{number}}}") } else { format!("{{{number}/}}") };
    let kind = words.text("exchange-mark", &[("kind", source.what.kind().to_owned())]);
    let shown = shown(source);
    Some(if shown.is_empty() { format!("{sign} = {kind}") } else { format!("{sign} = {kind} {shown}") })
}

/// What a mark stands for, in one line.
fn shown(mark: &Mark) -> String {
    let shown = match &mark.what {
        What::Link(to) => to.trim_end_matches('\\').to_owned(),
        What::Image(file) => file.clone(),
        What::Phrase(tag) => tag.clone(),
        What::Emphasis | What::Strong | What::Struck | What::Break => String::new(),
        _ => mark.start.clone(),
    };
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the block beside says now.
fn now(sheet: &Sheet, block: BlockId) -> Option<String> {
    let at = match (sheet.beside(block), block) {
        (Beside::Unlike(at), BlockId::Text(_)) => BlockId::Text(at),
        (Beside::Unlike(at), BlockId::Note(_)) => BlockId::Note(at),
        _ => return None,
    };
    let stretch = sheet.target.as_ref()?.stretch(at)?;
    let texts: Vec<String> = stretch.segments.iter().map(|segment| segment.text.plain()).filter(|text| !text.is_empty()).collect();
    let text = texts.join(" / ");
    let end = text.char_indices().nth(ROOM).map(|(end, _)| end);
    Some(end.map_or_else(|| text.clone(), |end| format!("{}…", &text[..end])))
}
