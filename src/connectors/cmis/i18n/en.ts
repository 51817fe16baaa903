import { packageWords } from "../../../modules/delivery/output.ts";

export const en = {
  title: "Records management (CMIS)",
  about:
    "Makes a folder with all documents in your records for each application, by CMIS 1.1 (browser binding).",
  "option.url": "Address of the CMIS interface",
  "hint.url":
    "The address of the browser binding, for example https://dms.example/cmis/browser. It holds no password.",
  "option.user": "User name",
  "option.password": "Password",
  "option.repositoryId": "Id of the repository",
  "hint.repositoryId": "Only needed where there are several.",
  "option.directory": "Folder",
  "hint.directory":
    "From the top folder on, for example inbox/parking. It has to be there already.",
  "option.folderType": "Type of folders",
  "option.documentType": "Type of documents",
  "option.properties": "Properties of folders",
  "hint.properties":
    "One a line, for example akte:zeichen = {reference}. There are reference, deliveryId, leistung, leikaKey, authority, submittedAt, submittedAtMs and version.",
  ...packageWords.en,
};
