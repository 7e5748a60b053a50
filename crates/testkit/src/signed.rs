//! A PDF that is signed electronically, as the signing service gives it back: every byte of it stays, and a signature stands behind them.

use cms::cert::CertificateChoices;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedData, SignerInfo};
use der::asn1::{ObjectIdentifier, OctetString, SetOfVec, UtcTime};
use der::{Any, DateTime, Encode, Tag};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use sha2::{Digest, Sha256};
use std::ops::Range;
use std::str::FromStr;
use x509_cert::attr::Attribute;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{Builder, CertificateBuilder};
use x509_cert::certificate::TbsCertificate;
use x509_cert::ext::Extension;
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfo, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};

/// Common name of whoever signs.
pub const SIGNER: &str = "Contoh Penanda Tangan";

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const ECDSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// Room for the envelope, in bytes.
const ROOM: usize = 4_096;
/// Stands where the range of the signed bytes is written once it is known.
const RANGE: &str = "[0 0000000000 0000000000 0000000000]";

/// The PDF with a signature of [`SIGNER`] behind it. For PDFs with a plain table of objects, as this product writes them.
pub fn electronically_signed(pdf: &[u8]) -> Vec<u8> {
    let mut signed = with_field(pdf);
    let contents = place_of(&signed, &format!("<{}", "0".repeat(8)), ROOM * 2 + 2);
    let range = place_of(&signed, RANGE, RANGE.len());
    let told = format!("[0 {} {} {}]", contents.start, contents.end, signed.len() - contents.end);
    signed[range].copy_from_slice(format!("{told:<width$}", width = RANGE.len()).as_bytes());
    let digest = Sha256::new().chain_update(&signed[..contents.start]).chain_update(&signed[contents.end..]).finalize();
    let digits: String = envelope(&digest).iter().map(|byte| format!("{byte:02x}")).collect();
    signed[contents.start + 1..][..digits.len()].copy_from_slice(digits.as_bytes());
    signed
}

/// An update behind the PDF: its catalog with a form, the form's field, and the signature with room for its envelope.
fn with_field(pdf: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(pdf);
    let number = |key: &str| -> usize {
        let behind = &text[text.rfind(key).unwrap() + key.len()..];
        behind.trim_start().split(|character: char| !character.is_ascii_digit()).next().unwrap().parse().unwrap()
    };
    let (root, size, before) = (number("/Root "), number("/Size "), number("startxref"));
    let opening = format!("\n{root} 0 obj");
    let catalog = text[text.find(&opening).unwrap() + opening.len()..].split("endobj").next().unwrap().trim();
    let catalog = catalog.strip_suffix(">>").unwrap();
    let objects = [
        (root, format!("{catalog}/AcroForm<</Fields[{size} 0 R]/SigFlags 3>>>>")),
        (size, format!("<</FT/Sig/T(TTE)/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/F 132/V {} 0 R>>", size + 1)),
        (
            size + 1,
            format!("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange{RANGE}/Contents<{}>>>", "0".repeat(ROOM * 2)),
        ),
    ];
    let mut signed = pdf.to_vec();
    let mut table = String::from("xref\n");
    for (number, object) in objects {
        table.push_str(&format!("{number} 1\n{:010} 00000 n \n", signed.len()));
        signed.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let start = signed.len();
    signed.extend(format!("{table}trailer\n<</Root {root} 0 R/Size {}/Prev {before}>>\nstartxref\n{start}\n%%EOF\n", size + 2).bytes());
    signed
}

fn place_of(bytes: &[u8], begins: &str, length: usize) -> Range<usize> {
    let start = bytes.windows(begins.len()).rposition(|window| window == begins.as_bytes()).unwrap();
    start..start + length
}

/// The envelope of a signature over bytes of this digest.
fn envelope(digest: &[u8]) -> Vec<u8> {
    let key = SigningKey::from_slice(&[7; 32]).unwrap();
    let spki = SubjectPublicKeyInfo::from_key(key.verifying_key()).unwrap();
    let validity = Validity::new(new_year(2026), new_year(2036));
    let certificate =
        CertificateBuilder::new(Alone, SerialNumber::from(77_u32), validity, spki).unwrap().build::<_, DerSignature>(&key).unwrap();
    let algorithm = |oid| AlgorithmIdentifierOwned { oid, parameters: None };
    let attributes = SetOfVec::try_from(vec![
        attribute(CONTENT_TYPE, Any::encode_from(&DATA).unwrap()),
        attribute(MESSAGE_DIGEST, Any::new(Tag::OctetString, digest).unwrap()),
    ])
    .unwrap();
    let signature: DerSignature = key.sign(&attributes.to_der().unwrap());
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: (&certificate).into(),
        digest_alg: algorithm(SHA256),
        signed_attrs: Some(attributes),
        signature_algorithm: algorithm(ECDSA_SHA256),
        signature: OctetString::new(signature.as_bytes()).unwrap(),
        unsigned_attrs: None,
    };
    let signed = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: vec![algorithm(SHA256)].try_into().unwrap(),
        encap_content_info: EncapsulatedContentInfo { econtent_type: DATA, econtent: None },
        certificates: Some(vec![CertificateChoices::Certificate(certificate)].try_into().unwrap()),
        crls: None,
        signer_infos: vec![signer].try_into().unwrap(),
    };
    ContentInfo { content_type: SIGNED_DATA, content: Any::encode_from(&signed).unwrap() }.to_der().unwrap()
}

fn new_year(year: u16) -> Time {
    Time::UtcTime(UtcTime::from_date_time(DateTime::new(year, 1, 1, 0, 0, 0).unwrap()).unwrap())
}

fn attribute(oid: ObjectIdentifier, value: Any) -> Attribute {
    Attribute { oid, values: vec![value].try_into().unwrap() }
}

/// A certificate that vouches for itself.
struct Alone;

impl BuilderProfile for Alone {
    fn get_issuer(&self, subject: &Name) -> Name {
        subject.clone()
    }

    fn get_subject(&self) -> Name {
        Name::from_str(&format!("CN={SIGNER},C=ID")).unwrap()
    }

    fn build_extensions(
        &self,
        _: SubjectPublicKeyInfoRef<'_>,
        _: SubjectPublicKeyInfoRef<'_>,
        _: &TbsCertificate,
    ) -> x509_cert::builder::Result<Vec<Extension>> {
        Ok(Vec::new())
    }
}
