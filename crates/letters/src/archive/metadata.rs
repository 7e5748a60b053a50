//! The file's description of itself in XMP, which archives read. It says what the older information dictionary says, in the same words.

use lopdf::{Dictionary, Stream};

use super::{Conformance, Facts, PRODUCER};

/// The description, never compressed: it must be legible without a PDF reader.
pub(super) fn stream(facts: &Facts, conformance: Conformance) -> Stream {
    let mut kind = Dictionary::new();
    kind.set("Type", "Metadata");
    kind.set("Subtype", "XML");
    Stream::new(kind, packet(facts, conformance).into_bytes()).with_compression(false)
}

fn packet(facts: &Facts, conformance: Conformance) -> String {
    let part = match conformance {
        Conformance::A1b => 1,
        Conformance::A2b => 2,
    };
    let (title, day) = (escaped(&facts.title), &facts.day);
    // The id is a constant of the XMP standard.
    format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <pdfaid:part>{part}</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
   <xmp:CreateDate>{day}</xmp:CreateDate>
   <xmp:ModifyDate>{day}</xmp:ModifyDate>
   <pdf:Producer>{PRODUCER}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        mark = '\u{feff}',
    )
}

/// A text between two tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_text_whatever_it_holds() {
        let facts = Facts { title: "A & B <c> – 1".into(), day: "2026-11-21".into(), id: Vec::new() };
        let packet = packet(&facts, Conformance::A2b);
        assert!(packet.contains(">A &amp; B &lt;c&gt; – 1</rdf:li>") && packet.contains("<pdfaid:part>2</pdfaid:part>"), "{packet}");
    }
}
