//! Tables: what is written of them, and what a reader would miss in one.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::{Reader, Spot};
use crate::diagnostic::Code;
use crate::page::body::{Fill, InterfaceWord};

/// The table that is being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// How its columns are set; none outside a table.
    pub(super) columns: Vec<Alignment>,
    column: usize,
    is_head: bool,
    /// Where the row stands that is being read.
    row: Spot,
    /// The name of the cell's element.
    cell: &'static str,
}

impl Reader<'_, '_> {
    pub(super) fn table(&mut self, columns: Vec<Alignment>) {
        self.tables += 1;
        self.table.columns = columns;
        self.put("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
        let number = self.tables;
        self.hole(Fill::Word(InterfaceWord::Table, number));
        self.put("\">\n<table>\n");
    }

    pub(super) fn table_ends(&mut self) {
        self.table.columns.clear();
        self.put("</tbody>\n</table>\n</div>\n");
    }

    pub(super) fn table_head(&mut self, spot: &Spot) {
        self.table.is_head = true;
        self.table.column = 0;
        self.put("<thead>\n<tr>");
        self.empty_headers(spot);
    }

    pub(super) fn table_head_ends(&mut self) {
        self.table.is_head = false;
        self.put("</tr>\n</thead>\n<tbody>\n");
    }

    pub(super) fn row(&mut self, spot: Spot) {
        self.table.column = 0;
        self.table.row = spot;
        self.put("<tr>");
    }

    pub(super) fn row_ends(&mut self) {
        self.put("</tr>\n");
        self.surplus_cells();
    }

    pub(super) fn cell(&mut self) {
        let class = match self.table.columns.get(self.table.column) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"centre\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::None) | None => "",
        };
        // A header cell without words heads nothing, and is none.
        let is_empty = matches!(self.events.get(self.at), Some((Event::End(TagEnd::TableCell), _)));
        let (tag, scope) = if self.table.is_head && !is_empty { ("th", " scope=\"col\"") } else { ("td", "") };
        self.table.cell = tag;
        self.put(&format!("<{tag}{scope}{class}>"));
    }

    pub(super) fn cell_ends(&mut self) {
        self.table.column += 1;
        self.put(&format!("</{}>", self.table.cell));
    }

    /// Tells a header row without words, or the first cell of it that lacks them. The corner of a table whose rows have
    /// headings too may be empty.
    fn empty_headers(&mut self, spot: &Spot) {
        let mut cells: Vec<(Spot, bool)> = Vec::new();
        for (event, spot) in self.inside() {
            match (event, cells.last_mut()) {
                (Event::Start(Tag::TableCell), _) => cells.push((spot.clone(), true)),
                (Event::End(TagEnd::TableCell), _) | (_, None) => {}
                (_, Some(cell)) => cell.1 = false,
            }
        }
        if cells.iter().all(|(_, is_empty)| *is_empty) {
            self.report(Code::TableHeader, spot).values.push(("state", "row".to_owned()));
        } else if let Some(number) = cells.iter().skip(1).position(|(_, is_empty)| *is_empty) {
            let column = number + 2;
            let finding = self.report(Code::TableHeader, &cells[column - 1].0);
            finding.values.extend([("state", "cell".to_owned()), ("column", column.to_string())]);
        }
    }

    /// Tells what stands behind the last column, and is not shown. Where a bar has cut a wikilink in two, that has been told.
    fn surplus_cells(&mut self) {
        let row = self.table.row.clone();
        let columns = self.table.columns.len();
        let source = self.source[row.clone()].trim_end();
        let mut cells = cells(source);
        let surplus = cells.split_off(columns.min(cells.len()));
        if let (Some(first), Some(last)) = (surplus.first(), surplus.last())
            && self.past <= row.start
        {
            let lost = &source[first.start..last.end];
            let value = lost.trim().to_owned();
            let start = row.start + first.start + lost.len() - lost.trim_start().len();
            let count = (columns + surplus.len()).to_string();
            if !value.trim_matches(|c: char| c == '|' || c.is_whitespace()).is_empty() {
                let finding = self.report(Code::TableCells, &(start..start + value.len()));
                finding.values.extend([("value", value), ("columns", columns.to_string()), ("cells", count)]);
            }
        }
    }
}

/// Where the cells of a row stand in it: between bars without a backslash, of which the outermost may be left out.
fn cells(row: &str) -> Vec<Spot> {
    let is_bar = |at: usize| row.as_bytes()[at] == b'|' && (at == 0 || row.as_bytes()[at - 1] != b'\\');
    let bars = (0..row.len()).filter(|at| is_bar(*at));
    let mut cells: Vec<Spot> = Vec::new();
    let first = row.len() - row.trim_start().len();
    let mut from = first;
    for bar in bars {
        if bar > first {
            cells.push(from..bar);
        }
        from = bar + 1;
    }
    if from < row.len() {
        cells.push(from..row.len());
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn the_cells_of_a_row_stand_between_its_bars() {
        let texts = |row: &'static str| cells(row).into_iter().map(|at| row[at].trim()).collect::<Vec<_>>();
        assert_eq!(texts("| a | b |"), ["a", "b"]);
        assert_eq!(texts("a | b | c"), ["a", "b", "c"]);
        assert_eq!(texts("|| b\\|x |c"), ["", "b\\|x", "c"]);
        assert_eq!(texts(""), [""; 0]);
    }
}
