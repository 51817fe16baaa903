import type { figuresDe } from "./figures-de.ts";

export const figuresEn: Record<keyof typeof figuresDe, string> = {
  "fault.amount":
    "Write “{field}” like this: 12,50 or 10 bis 50 or ab 10 or kostenlos.",
  "fault.period":
    "Write “{field}” with number and unit: 3 Wochen or 2 bis 4 Arbeitstage.",
  "fault.deadline":
    "Write “{field}” with one number and one unit: 2 Wochen or 1 Monat.",
  "fault.typing": "“{part}” is not in the official list of types. Choose one.",
  "fault.sdg": "“{part}” is not in the official list of areas. Choose one.",
  "group.access": "Easy language and sign language",
  "group.directory": "Details for the directories of Land and federation",
  "label.of-row": "{row}: {label}",
  "row.fees": "Amount {number}",
  "row.deadlines": "Deadline {number}",
  "row.onlineServices": "Online service {number}",
  "row.forms": "Form {number}",
  "row.signLanguageVideos": "Video {number}",
  "row.typing": "Type, entry {number}",
  "row.sdgAreas": "Area, entry {number}",
  "row.add.fees": "Another amount",
  "row.add.deadlines": "Another deadline",
  "row.add.onlineServices": "Another online service",
  "row.add.forms": "Another form",
  "row.add.signLanguageVideos": "Another video",
  "row.add.typing": "Another type",
  "row.add.sdgAreas": "Another area",
  "row.remove": "Remove",
  "label.fees": "Amounts",
  "hint.fees":
    "In euros, in German notation: 12,50 or 10 bis 50 or ab 10 or kostenlos. Where there are several, say what for.",
  "label.amount": "How much?",
  "label.for": "What or who for?",
  "label.inAdvance": "To be paid in advance",
  "label.deadlines": "Deadlines in figures",
  "hint.deadlines":
    "By when somebody must have done what: 2 Wochen, after moving in.",
  "label.period": "How long?",
  "label.processingTime": "Duration in figures",
  "hint.processingTime":
    "How long the office usually takes: 3 Wochen or 2 bis 4 Arbeitstage.",
  "label.onlineServices": "Online services of others",
  "hint.onlineServices": "For example a service of the Land.",
  "label.forms": "Forms to download",
  "label.signLanguageVideos": "Videos in sign language",
  "label.name": "Name",
  "label.url": "Address",
  "label.assuranceLevel": "Sign-in for applying online",
  "hint.assuranceLevel":
    "The level of assurance: how surely people must prove who they are.",
  "option.assuranceLevel.none": "No sign-in needed",
  "option.assuranceLevel.low": "Low: user name and password",
  "option.assuranceLevel.substantial":
    "Substantial: for example an ELSTER certificate",
  "option.assuranceLevel.high": "High: online ID card",
  "label.onlineMaturity": "How far it goes online",
  "hint.onlineMaturity": "The level of maturity after the Online Access Act.",
  "option.onlineMaturity.0": "0: not at all",
  "option.onlineMaturity.1": "1: information only",
  "option.onlineMaturity.2": "2: a form to fill in",
  "option.onlineMaturity.3": "3: all of it online, with proofs and decision",
  "option.onlineMaturity.4":
    "4: online, and the office fetches the proofs itself",
  "option.none": "Not stated",
  "label.officialTitle": "Official name",
  "hint.officialTitle": "What the law calls it (Leistungsbezeichnung I).",
  "label.furtherLeikaKeys": "Further service keys",
  "hint.furtherLeikaKeys":
    "Separated by commas, where the page covers several services.",
  "label.structure": "Cut",
  "hint.structure": "How exactly the service key means the service.",
  "option.structure.LO": "Object",
  "option.structure.LOV": "Object and act",
  "option.structure.LOVD": "Object, act and detail",
  "label.typing": "Type of the service",
  "hint.typing":
    "Who makes the rule and who carries it out, after the list of FIM. What the Land delivers and the list does not know stays.",
  "label.type": "Type",
  "label.sdgAreas": "Areas of information of the European Union",
  "hint.sdgAreas":
    "After Annex I of Regulation (EU) 2018/1724 on the single digital gateway. Only if the page informs about it.",
  "label.area": "Area",
  "label.belongsToCommunes": "Who offers it?",
  "option.belongsToCommunes.ja":
    "Each commune for itself. The page leads to their portals.",
  "option.belongsToCommunes.leer": "We do",
};
