export const de = {
  title: "Web-Schnittstelle (Web hook)",
  about:
    "Sendet jeden Antrag verschlüsselt und unterschrieben an eine Adresse Ihres Fachverfahrens.",
  "option.url": "Adresse",
  "hint.url":
    "Sie beginnt mit https:// und enthält kein Kennwort, zum Beispiel https://fachverfahren.example/antraege.",
  "option.secret": "Gemeinsames Geheimnis",
  "hint.secret":
    "32 bis 200 Zeichen. Das Fachverfahren prüft damit, dass der Antrag von diesem Portal kommt.",
  "option.content": "Was gesendet wird",
  "hint.content":
    "Ein JSON-Dokument mit allen Anlagen, oder eine xdomea-Nachricht mit allen Dokumenten als ZIP-Datei.",
  "choice.content.json-1": "JSON, Fassung 1",
  "choice.content.xdomea-3.0.0": "xdomea 3.0.0, Information (0101)",
  "choice.content.xdomea-0604-3.0.0": "xdomea 3.0.0, Vorgang anlegen (0604)",
  "choice.content.xdomea-0605-3.0.0": "xdomea 3.0.0, Vorgang ablegen (0605)",
  "option.maxUploadMegabytes": "Höchste Größe aller Anlagen in Megabyte",
  "hint.maxUploadMegabytes":
    "1 bis 500. Größere Anträge werden nicht gekürzt, sondern Ihnen zur Klärung vorgelegt.",
  "option.statusUrl": "Adresse für den Stand",
  "hint.statusUrl":
    "Das Portal fragt dort nach, was aus einem Antrag geworden ist. Ohne Adresse gilt ein Antrag als zugestellt, sobald er angekommen ist.",
  "option.states": "Bedeutung der Stände",
  "hint.states":
    "Je Zeile ein Stand des Fachverfahrens und was er bedeutet: in Bearbeitung = pending, bearbeitet = delivered, abgelehnt = rejected. Andere Stände werden als Text angezeigt.",
  "option.clientCertificate": "Zertifikat des Portals",
  "hint.clientCertificate":
    "Nur nötig, wenn das Fachverfahren es verlangt (beidseitiges TLS). Der ganze Text, mit Zwischenzertifikaten.",
  "option.clientKey": "Schlüssel zum Zertifikat des Portals",
};
