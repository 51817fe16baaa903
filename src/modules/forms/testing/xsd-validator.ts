import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from "libxml2-wasm";
import {
  listSharedFiles,
  readSharedFile,
} from "../../../platform/testing/shared-data.ts";

/** What genericode's schema imports from the W3C: the attributes `xml:lang` and `xml:base`. */
const attributesOfXml = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang" type="xs:language"/><xs:attribute name="base" type="xs:anyURI"/></xs:schema>`;

/**
 * Validates documents by an official XSD of the shared data, e.g. `xdatenfelder/xsd/3.0.0/xdatenfelder.xsd`; gives what is wrong, line
 * by line. `imported` are schemas in other folders.
 */
export function xsdValidator(
  path: string,
  imported: readonly string[] = [],
): (xml: string) => string[] {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const files = listSharedFiles(folder).filter((name) => name.endsWith(".xsd"));
  xmlRegisterInputProvider(
    new XmlBufferInputProvider({
      [`${folder}/xml.xsd`]: new TextEncoder().encode(attributesOfXml),
      ...Object.fromEntries(
        [...files.map((name) => `${folder}/${name}`), ...imported].map(
          (file) => [file, readSharedFile(file)],
        ),
      ),
    }),
  );
  using schema = XmlDocument.fromBuffer(readSharedFile(path), { url: path });
  return validatorOf(schema);
}

/** Validates documents by a schema that stands alone; gives what is wrong, line by line. */
export function schemaValidator(xsd: string): (xml: string) => string[] {
  using schema = XmlDocument.fromString(xsd);
  return validatorOf(schema);
}

function validatorOf(schema: XmlDocument): (xml: string) => string[] {
  const validator = XsdValidator.fromDoc(schema);
  return (xml) => {
    using document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return error.details.map(
        ({ line, message }) => `${String(line)}: ${message.trim()}`,
      );
    }
  };
}
