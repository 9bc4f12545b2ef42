//! How the versions of QTI spell the same thing.

use std::borrow::Cow;

/// A version of QTI.
pub(super) struct Dialect {
    /// The namespaces of items and tests, and of the manifest.
    pub(super) namespace: &'static str,
    /// Where the schema of that namespace is: TAO takes no item that does not say so.
    pub(super) schema_location: &'static str,
    pub(super) package_namespace: &'static str,
    /// What the manifest says that the package is.
    pub(super) schema: &'static str,
    pub(super) schema_version: &'static str,
    /// The types of resources in the manifest.
    pub(super) item_type: &'static str,
    pub(super) test_type: &'static str,
    /// `qti-item-body` instead of `itemBody`, and feedback in a body of its own.
    hyphens: bool,
}

pub(super) const QTI_21: Dialect = Dialect {
    namespace: "http://www.imsglobal.org/xsd/imsqti_v2p1",
    schema_location: "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    package_namespace: "http://www.imsglobal.org/xsd/imscp_v1p1",
    schema: "QTIv2.1 Package",
    schema_version: "1.0.0",
    item_type: "imsqti_item_xmlv2p1",
    test_type: "imsqti_test_xmlv2p1",
    hyphens: false,
};

pub(super) const QTI_30: Dialect = Dialect {
    namespace: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    schema_location: "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    package_namespace: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    schema: "QTI Package",
    schema_version: "3.0.0",
    item_type: "imsqti_item_xmlv3p0",
    test_type: "imsqti_test_xmlv3p0",
    hyphens: true,
};

impl Dialect {
    /// The name of an element, from its name in 2.1. HTML keeps its names.
    pub(super) fn element(&self, name: &'static str) -> Cow<'static, str> {
        if self.hyphens && !matches!(name, "p" | "br") {
            Cow::Owned(format!("qti-{}", hyphenated(name)))
        } else {
            Cow::Borrowed(name)
        }
    }

    pub(super) fn attribute(&self, name: &'static str) -> Cow<'static, str> {
        // What has a prefix is XML's own.
        if self.hyphens && !name.contains(':') { Cow::Owned(hyphenated(name)) } else { Cow::Borrowed(name) }
    }

    /// Whether the content of a feedback stands in an element of its own.
    pub(super) fn has_content_body(&self) -> bool {
        self.hyphens
    }
}

pub(super) fn hyphenated(name: &str) -> String {
    let mut hyphenated = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            hyphenated.push('-');
        }
        hyphenated.push(c.to_ascii_lowercase());
    }
    hyphenated
}
