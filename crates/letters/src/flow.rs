//! Items onto pages.
//!
//! An item is never split. `keep` ties an item to the next one; items tied together share a page as long as a page can hold them. That one rule
//! carries all others: no lonely first or last line, a table's head with its first row, a signature with the text before it.

use std::rc::Rc;

use crate::draw::{Mark, Page, Run};
use crate::error::LetterError;

/// An unbreakable piece of the letter. `marks` are relative to its upper edge.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    /// Room above, which is dropped at the top of a page.
    pub(crate) gap: f64,
    pub(crate) height: f64,
    pub(crate) marks: Vec<Mark>,
    /// Stay on the page of the next item.
    pub(crate) keep: bool,
    /// Drawn again above this item when it comes first on a page.
    pub(crate) head: Option<Rc<Item>>,
}

/// Text columns side by side become one item per line; the first and the last two lines stay together.
pub(crate) fn lines(columns: Vec<Vec<Run>>, line: f64) -> Vec<Item> {
    let count = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut items: Vec<Item> = (0..count).map(|at| Item { height: line, keep: at == 0 || at + 2 == count, ..Item::default() }).collect();
    for column in columns {
        for (at, (item, run)) in items.iter_mut().zip(column).enumerate() {
            item.marks.push(Mark::Text(run).lowered(-(at as f64) * line));
        }
    }
    if let Some(last) = items.last_mut() {
        last.keep = false;
    }
    items
}

/// One item out of several, one below the other.
pub(crate) fn stack(items: Vec<Item>) -> Item {
    let mut whole = Item { gap: items.first().map_or(0.0, |item| item.gap), ..Item::default() };
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            whole.height += item.gap;
        }
        whole.marks.extend(item.marks.into_iter().map(|mark| mark.lowered(whole.height)));
        whole.height += item.height;
    }
    whole
}

/// Ties the last `count` items to whatever comes next.
pub(crate) fn tie_last(items: &mut [Item], count: usize) {
    items.iter_mut().rev().take(count).for_each(|item| item.keep = true);
}

/// Spreads items over pages between `top` and `bottom` (points from the upper edge).
///
/// # Errors
/// [`LetterError::TooTall`] when one item alone does not fit.
pub(crate) fn paginate(items: Vec<Item>, top: f64, bottom: f64) -> Result<Vec<Page>, LetterError> {
    let mut pager = Pager::new(top, bottom);
    pager.place(&items)?;
    Ok(pager.pages)
}

/// Items that come little by little, onto pages that leave one after another: however many they are, few lie in memory.
pub(crate) struct Stream<'l> {
    pager: Pager,
    /// What has no page yet. The last of them can still be changed, because a signature ties the lines before it.
    pub(crate) waiting: Vec<Item>,
    leave: &'l mut dyn FnMut(Page) -> Result<(), LetterError>,
}

/// As many items at least wait for what comes behind them: more than a signature ties.
const HELD: usize = 8;

impl<'l> Stream<'l> {
    /// Pages between `top` and `bottom` are handed to `leave` when they are full.
    pub(crate) fn new(top: f64, bottom: f64, leave: &'l mut dyn FnMut(Page) -> Result<(), LetterError>) -> Self {
        Self { pager: Pager::new(top, bottom), waiting: Vec::new(), leave }
    }

    /// More items.
    ///
    /// # Errors
    /// As [`paginate`]; what `leave` answers.
    pub(crate) fn push(&mut self, items: Vec<Item>) -> Result<(), LetterError> {
        self.waiting.extend(items);
        let before = self.waiting.len().saturating_sub(HELD);
        let settled = self.waiting[..before].iter().rposition(|item| !item.keep).map_or(0, |last| last + 1);
        let items: Vec<Item> = self.waiting.drain(..settled).collect();
        self.pager.place(&items)?;
        let full = self.pager.pages.len() - 1;
        self.pager.pages.drain(..full).try_for_each(&mut *self.leave)
    }

    /// There are no more.
    ///
    /// # Errors
    /// As [`Stream::push`].
    pub(crate) fn end(mut self) -> Result<(), LetterError> {
        self.pager.place(&self.waiting)?;
        self.pager.pages.into_iter().try_for_each(&mut *self.leave)
    }
}

struct Pager {
    pages: Vec<Page>,
    y: f64,
    top: f64,
    bottom: f64,
    /// Nothing stands on the page yet.
    fresh: bool,
}

/// Sums of floats may miss a page's height by a hair.
const HAIR: f64 = 1e-6;

impl Pager {
    fn new(top: f64, bottom: f64) -> Self {
        Self { pages: vec![Page::default()], y: top, top, bottom, fresh: true }
    }

    /// Whole groups of items.
    fn place(&mut self, items: &[Item]) -> Result<(), LetterError> {
        let mut rest = items;
        while !rest.is_empty() {
            let tied = rest.iter().position(|item| !item.keep).map_or(rest.len(), |last| last + 1);
            let (group, after) = rest.split_at(tied);
            self.place_group(group)?;
            rest = after;
        }
        Ok(())
    }

    fn place_group(&mut self, mut group: &[Item]) -> Result<(), LetterError> {
        // A group that no page can hold is opened at its front: its tail, where a signature stands, stays together.
        while !group.is_empty() && height(group, true) > self.bottom - self.top + HAIR {
            let (first, after) = group.split_at(1);
            if height(first, true) > self.bottom - self.top + HAIR {
                return Err(LetterError::TooTall);
            }
            self.place_all(first);
            group = after;
        }
        self.place_all(group);
        Ok(())
    }

    fn place_all(&mut self, group: &[Item]) {
        if self.y + height(group, self.fresh) > self.bottom + HAIR && !self.fresh {
            self.pages.push(Page::default());
            self.y = self.top;
            self.fresh = true;
        }
        for item in group {
            if self.fresh
                && let Some(head) = &item.head
            {
                self.draw(head);
            }
            self.draw(item);
        }
    }

    fn draw(&mut self, item: &Item) {
        if !self.fresh {
            self.y += item.gap;
        }
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(item.marks.iter().cloned().map(|mark| mark.lowered(self.y)));
        }
        self.y += item.height;
        self.fresh = false;
    }
}

/// Height of a group; when `fresh`, at the top of a page: without its first gap but with a repeated head.
pub(crate) fn height(group: &[Item], fresh: bool) -> f64 {
    let all: f64 = group.iter().map(|item| item.gap + item.height).sum();
    let Some(first) = group.first().filter(|_| fresh) else { return all };
    all - first.gap + first.head.as_ref().map_or(0.0, |head| head.height)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(height: f64, keep: bool) -> Item {
        Item { height, keep, marks: vec![Mark::across(0.0, 0.0, 1.0, 1.0)], ..Item::default() }
    }

    fn counts(items: Vec<Item>) -> Vec<usize> {
        paginate(items, 10.0, 110.0).unwrap().iter().map(|page| page.marks.len()).collect()
    }

    #[test]
    fn tied_items_move_together_and_open_only_when_no_page_holds_them() {
        for (heights, expected) in [
            (vec![(50.0, false), (50.0, false)], vec![2]),
            (vec![(50.0, false), (40.0, false), (20.0, false)], vec![2, 1]),
            (vec![(50.0, false), (40.0, true), (20.0, false)], vec![1, 2]),
            (vec![(50.0, false), (40.0, true), (40.0, true), (40.0, false)], vec![2, 2]),
        ] {
            assert_eq!(counts(heights.into_iter().map(|(height, keep)| item(height, keep)).collect()), expected);
        }
    }

    #[test]
    fn gaps_vanish_at_the_top_of_a_page_and_heads_come_back() {
        let head = Rc::new(item(10.0, true));
        let row = |_| Item { head: Some(Rc::clone(&head)), gap: 5.0, ..item(30.0, false) };
        let mut items = vec![item(10.0, true)];
        items.extend((0..5).map(row));
        assert_eq!(counts(items), [3, 3, 2]);
    }

    #[test]
    fn an_item_higher_than_the_page_is_an_error() {
        assert_eq!(paginate(vec![item(101.0, false)], 10.0, 110.0).unwrap_err(), LetterError::TooTall);
        assert!(paginate(vec![item(100.0, false)], 10.0, 110.0).is_ok());
    }
}
