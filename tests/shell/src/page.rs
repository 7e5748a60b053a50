//! The page under a hand: finding by what officers see, typing, clicking. A selector is CSS, or XPath where it begins with `/`.

use crate::{Window, until};
use serde_json::{Value, json};

/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// The driver's own judgement takes what is cut off for hidden.
const SEEN: &str = "const { width, height } = arguments[0].getBoundingClientRect();
    return width > 0 && height > 0 && arguments[0].checkVisibility({ visibilityProperty: true });";
const TO_THE_MIDDLE: &str = "arguments[0].scrollIntoView({ block: 'center' });";

/// Keys, as WebDriver writes them.
const TAB: &str = "\u{E004}";
const ALL: &str = "\u{E009}a\u{E000}";

/// The button whose words begin like that.
pub fn button(words: &str) -> String {
    format!("//button[starts-with(normalize-space(), '{words}') or starts-with(@aria-label, '{words}')]")
}

impl Window {
    /// The title of the page.
    pub fn title(&self) -> String {
        self.get("title").as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an element and answers with its visible text.
    pub fn text(&self, selector: &str) -> String {
        let text = |element: &str| self.get(&format!("element/{element}/text")).as_str().map(str::to_owned);
        until(selector, || text(&self.seen(selector)?))
    }

    /// Waits for a control and answers with what stands in it; `true` or `false` for a tick.
    pub fn value(&self, selector: &str) -> String {
        until(selector, || {
            let value = "return arguments[0].type === 'checkbox' || arguments[0].type === 'radio' ? String(arguments[0].checked) : arguments[0].value;";
            self.run_on(value, &self.seen(selector)?).as_str().map(str::to_owned)
        })
    }

    /// Whether an element is seen now.
    pub fn shows(&self, selector: &str) -> bool {
        self.seen(selector).is_some()
    }

    /// Whether the page says this now, anywhere.
    pub fn says(&self, words: &str) -> bool {
        self.run("return document.body.innerText;").as_str().is_some_and(|text| text.contains(words))
    }

    /// Waits for an element and types into it.
    pub fn type_into(&self, selector: &str, text: &str) {
        let typed = |element: &str| done(&self.post(&format!("element/{element}/value"), &json!({ "text": text })));
        until(selector, || typed(&self.seen(selector)?));
    }

    /// Waits for an element and clicks on it, where nothing lies over it.
    pub fn click(&self, selector: &str) {
        until(selector, || self.try_click(selector));
    }

    /// Clicks on an element that is there and free; answers whether it could.
    pub(crate) fn try_click(&self, selector: &str) -> Option<()> {
        let element = self.seen(selector)?;
        self.run_on(TO_THE_MIDDLE, &element);
        done(&self.post(&format!("element/{element}/click"), &json!({})))
    }

    /// Chooses in a list by the value behind the words.
    pub fn choose(&self, selector: &str, value: &str) {
        let option = if selector.starts_with('/') {
            format!("{selector}/option[@value='{value}']")
        } else {
            format!("{selector} option[value='{value}']")
        };
        until(&option, || {
            self.run_on(TO_THE_MIDDLE, &self.seen(selector)?);
            let element = self.find(&option)?;
            done(&self.post(&format!("element/{element}/click"), &json!({})))?;
            (self.value(selector) == value).then_some(())
        });
    }

    /// Types in place of what stands in a control, leaves it, and answers with what stands there then: dates are read back in words.
    pub fn enter(&self, selector: &str, text: &str) -> String {
        for keys in [ALL, text, TAB] {
            self.type_into(selector, keys);
        }
        self.value(selector)
    }

    /// Goes to a place, by its path behind `#/`, and waits until it is drawn.
    pub fn go(&self, place: &str) {
        let drawn = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
        self.run(&format!("window.location.hash = '#/{place}';"));
        self.run(drawn);
        self.text("h1");
    }

    /// Brings an element to the middle of the window; answers where it then is on the screen: left, top, right, bottom.
    ///
    /// # Panics
    /// When the page does not tell.
    pub fn place(&self, selector: &str) -> [i32; 4] {
        let place = format!(
            "{TO_THE_MIDDLE} const {{ left, top, right, bottom }} = arguments[0].getBoundingClientRect();
            return [screenX + left, screenY + top, screenX + right, screenY + bottom].map(Math.round);"
        );
        let place = until(selector, || Some(self.run_on(&place, &self.seen(selector)?)));
        [0, 1, 2, 3].map(|side: usize| i32::try_from(place[side].as_i64().unwrap()).unwrap())
    }

    /// Brings an element to the middle of the window; answers where its own middle is on the screen.
    pub fn middle(&self, selector: &str) -> (i32, i32) {
        let [left, top, right, bottom] = self.place(selector);
        (i32::midpoint(left, right), i32::midpoint(top, bottom))
    }

    /// Presses keys in whatever has the focus.
    pub fn press(&self, keys: &str) {
        let focused = self.run("return document.activeElement;");
        let element = focused[ELEMENT].as_str().unwrap_or_default();
        self.post(&format!("element/{element}/value"), &json!({ "text": keys }));
    }

    fn seen(&self, selector: &str) -> Option<String> {
        let element = self.find(selector)?;
        (self.run_on(SEEN, &element) == true).then_some(element)
    }

    fn find(&self, selector: &str) -> Option<String> {
        let using = if selector.starts_with('/') { "xpath" } else { "css selector" };
        Some(self.post("element", &json!({ "using": using, "value": selector }))[ELEMENT].as_str()?.to_owned())
    }

    fn run_on(&self, body: &str, element: &str) -> Value {
        self.post("execute/sync", &json!({ "script": body, "args": [{ ELEMENT: element }] }))
    }
}

/// The driver answers a deed with nothing, or with why it was not done.
fn done(answer: &Value) -> Option<()> {
    answer.is_null().then_some(())
}
