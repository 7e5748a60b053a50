//! The list of characters in each subset of a face, which the first part of the archive standard wants and later ones do not.

use lopdf::{Dictionary, Document, Error, Object, ObjectId, Stream};

/// Adds the list to every face of the document.
pub(super) fn add(document: &mut Document) -> Result<(), Error> {
    let fonts = document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"DescendantFonts").ok());
    let mut found = Vec::new();
    for descendants in fonts {
        for descendant in document.dereference(descendants)?.1.as_array()? {
            found.push(characters(document, document.dereference(descendant)?.1.as_dict()?)?);
        }
    }
    for (descriptor, bits) in found {
        let list = document.add_object(Stream::new(Dictionary::new(), bits));
        document.get_object_mut(descriptor)?.as_dict_mut()?.set("CIDSet", list);
    }
    Ok(())
}

/// A face's descriptor, and one bit for each character that has a width; the first, which stands for what is missing, is always there.
fn characters(document: &Document, font: &Dictionary) -> Result<(ObjectId, Vec<u8>), Error> {
    let mut bits = vec![0x80];
    let mut set = |character: usize| {
        bits.resize(bits.len().max(character / 8 + 1), 0_u8);
        bits[character / 8] |= 0x80 >> (character % 8);
    };
    // Either a first character and the widths from there on, or a first and a last one and their width.
    let widths = document.dereference(font.get(b"W")?)?.1.as_array()?;
    let mut rest = widths.as_slice();
    let number = |object: &Object| object.as_i64().map(|number| usize::try_from(number).unwrap_or_default());
    while let [first, second, after @ ..] = rest {
        let first = number(first)?;
        if let Ok(each) = second.as_array() {
            (first..first + each.len()).for_each(&mut set);
            rest = after;
        } else {
            (first..=number(second)?).for_each(&mut set);
            rest = after.get(1..).unwrap_or_default();
        }
    }
    Ok((font.get(b"FontDescriptor")?.as_reference()?, bits))
}
