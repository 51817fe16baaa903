export const de = {
  "error-title": "Fehler: {title}",
  preline: "Servicekonto",
  cancel: "Abbrechen",

  "role.owner": "Inhaber:in",
  "role.owner.hint":
    "Darf alles: Anträge senden, Mitglieder einladen und entfernen, die Organisation löschen.",
  "role.signatory": "Darf senden",
  "role.signatory.hint":
    "Füllt Anträge für die Organisation aus und sendet sie.",
  "role.preparer": "Darf vorbereiten",
  "role.preparer.hint":
    "Füllt Anträge aus und speichert sie. Senden muss jemand anderes.",

  "organisations.title": "Organisationen",
  "organisations.lead":
    "Handeln Sie für Ihre Firma, Ihren Verein oder Ihre Einrichtung, und laden Sie andere dazu ein.",
  "organisations.new": "Organisation anlegen",
  "organisations.empty.title": "Sie gehören zu keiner Organisation",
  "organisations.empty.body":
    "Legen Sie Ihre Firma oder Ihren Verein an. Gibt es die Organisation hier schon, lassen Sie sich von deren Inhaber:in einladen.",
  "organisations.name": "Organisation",
  "organisations.own-role": "Ihre Rolle",

  "organisation.new.title": "Organisation anlegen",
  "organisation.new.lead":
    "Sie werden Inhaber:in. Ihre Angaben gelten als nicht geprüft, bis sie durch ein Organisationskonto bestätigt sind.",
  "organisation.new.button": "Anlegen",
  "organisation.edit.title": "Angaben ändern",
  "organisation.edit.lead":
    "Wer gerade für die Organisation handelt, muss das danach neu auswählen.",
  "organisation.edit.button": "Speichern",
  "organisation.edit.link": "Angaben ändern",
  "field.name": "Name der Organisation",
  "field.name.hint": "So, wie er im Register oder in der Satzung steht.",
  "field.legalForm": "Rechtsform",
  "field.legalForm.hint":
    "Zum Beispiel: Einzelunternehmen, GmbH, eingetragener Verein.",
  "field.registerCourt": "Registergericht",
  "field.registerCourt.hint":
    "Zum Beispiel: Amtsgericht Schwerin. Lassen Sie Gericht und Nummer leer, wenn es keinen Eintrag gibt.",
  "field.registerNumber": "Registernummer",
  "field.registerNumber.hint": "Zum Beispiel: HRB 1234 oder VR 567.",
  "field.street": "Straße",
  "field.houseNumber": "Hausnummer",
  "field.postcode": "Postleitzahl",
  "field.town": "Ort",
  "problem.missing": "Füllen Sie dieses Feld aus: {field}.",
  "problem.too-long": "Kürzen Sie auf höchstens 200 Zeichen: {field}.",
  "problem.foreign-character":
    "Verwenden Sie nur Buchstaben, Ziffern und übliche Satzzeichen: {field}.",
  "problem.postcode": "Geben Sie die Postleitzahl mit fünf Ziffern ein.",

  "organisation.details": "Angaben",
  "organisation.register": "Register",
  "organisation.register.none": "kein Registereintrag",
  "organisation.address": "Anschrift",
  "organisation.source": "Herkunft",
  "organisation.source.self":
    "von einem Mitglied angegeben am {date}, nicht geprüft",
  "organisation.source.asserted":
    "bestätigt durch Organisationskonto am {date}, Niveau „{level}“",
  "level.low": "niedrig",
  "level.substantial": "substanziell",
  "level.high": "hoch",
  "organisation.act": "Für diese Organisation handeln",

  "members.title": "Mitglieder",
  "members.name": "Name",
  "members.role": "Rolle",
  "organisations.lapsed":
    "Ihre Zugehörigkeit muss neu bestätigt werden: Melden Sie sich mit dem Organisationskonto an, oder lassen Sie sich von jemandem einladen, dem die Organisation hier gehört. Bis dahin können Sie nicht für die Organisation handeln.",
  "members.counts-until": "bestätigt bis {date}",
  "members.since": "Dabei seit",
  "members.change": "Ändern",
  "members.leave": "Verlassen",
  "members.oneself": "{name} (Sie)",
  "members.invite": "Mitglied einladen",

  "member.role.title": "Rolle ändern",
  "member.role.lead":
    "Die neue Rolle gilt sofort. Handelt das Mitglied gerade für die Organisation, muss es sie neu auswählen.",
  "member.role.label": "Rolle",
  "member.role.button": "Rolle speichern",
  "member.role.missing": "Wählen Sie eine Rolle.",
  "member.remove.title": "Aus der Organisation entfernen",
  "member.remove.lead":
    "{name} handelt dann sofort auf keinem Portal mehr für {organisation} und bekommt eine E-Mail. Was schon gesendet wurde, bleibt gültig.",
  "member.remove.button": "Entfernen",
  "member.leave.title": "Organisation verlassen",
  "member.leave.lead":
    "Sie handeln dann sofort auf keinem Portal mehr für {organisation}. Zurück kommen Sie nur mit einer neuen Einladung.",
  "member.leave.button": "Verlassen",
  "member.last-owner.title": "Die Organisation braucht eine:n Inhaber:in",
  "member.last-owner":
    "Machen Sie zuerst ein anderes Mitglied zur Inhaber:in, oder löschen Sie die Organisation.",

  "invite.title": "Mitglied einladen",
  "invite.lead":
    "Die Person bekommt eine E-Mail mit einem Link. Er gilt 7 Tage und einmal.",
  "invite.email": "E-Mail-Adresse",
  "invite.email.hint":
    "Wer den Link hat und sich anmeldet, kann die Einladung annehmen. Prüfen Sie die Adresse. Sie sehen danach den Namen der Person.",
  "invite.email.invalid":
    "Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.org.",
  "invite.too-many":
    "Sie haben heute schon 20 Einladungen gesendet. Versuchen Sie es morgen wieder.",
  "invite.sent": "Die Einladung ist unterwegs. Sie gilt sieben Tage.",
  "invite.button": "Einladung senden",
  "invitations.title": "Offene Einladungen",
  "invitations.email": "Gesendet an",
  "invitations.until": "Gültig bis",
  "invitations.end": "Zurücknehmen",

  "delete.link": "Organisation löschen",
  "delete.question": "{name} löschen?",
  "delete.consequence":
    "Niemand handelt danach mehr für diese Organisation; alle Mitglieder bekommen eine E-Mail. Die Angaben werden gelöscht und können nicht wiederhergestellt werden. Was an Behörden gesendet wurde, bleibt dort.",
  "delete.button": "Endgültig löschen",

  "invitation.title": "Einladung",
  "invitation.sign-in.title": "Sie haben eine Einladung",
  "invitation.sign-in.lead":
    "Melden Sie sich an, um sie zu sehen. Haben Sie noch kein Servicekonto, legen Sie zuerst eines an und öffnen Sie danach den Link aus der E-Mail noch einmal.",
  "invitation.sign-in.button": "Anmelden",
  "invitation.organisation.title": "Einladung zu {name}",
  "invitation.organisation.lead": "{from} lädt Sie ein, für {name} zu handeln.",
  "invitation.organisation.consequence":
    "Die Inhaber:innen sehen danach Ihren Namen. Was Sie für die Organisation tun, sehen die Inhaber:innen und die Behörde. Sie können die Organisation jederzeit verlassen.",
  "invitation.mandate.title": "Vollmacht von {from}",
  "invitation.mandate.lead":
    "{from} gibt Ihnen eine Vollmacht. Sie dürfen dann im Namen dieser Person Anträge ausfüllen und senden.",
  "invitation.mandate.consequence":
    "{from} sieht danach Ihren Namen und alles, was Sie mit der Vollmacht tun. Auch die Behörde sieht, dass Sie als Bevollmächtigte:r handeln. Sie können die Vollmacht jederzeit zurückgeben.",
  "invitation.from": "Von",
  "invitation.as": "Sie nehmen an als",
  "invitation.accept": "Annehmen",
  "invitation.own":
    "Das ist Ihre eigene Vollmacht. Annehmen muss sie die andere Person.",
  "invitation.member": "Sie gehören schon zu dieser Organisation.",
  "invitation.gone.title": "Diese Einladung gilt nicht mehr",
  "invitation.gone":
    "Sie wurde schon angenommen, zurückgenommen oder ist älter als 7 Tage. Bitten Sie um eine neue.",

  "switch.title": "Für wen handeln Sie?",
  "switch.lead":
    "Ihre Wahl gilt in diesem Browser, bis Sie sie ändern oder sich abmelden. Sie steht oben auf jeder Seite.",
  "switch.label": "Ich handle",
  "switch.oneself": "für mich selbst",
  "switch.for": "für {name}",
  "switch.hint.owner": "Organisation, Sie sind Inhaber:in",
  "switch.hint.signatory": "Organisation, Sie dürfen senden",
  "switch.hint.preparer": "Organisation, Sie dürfen vorbereiten",
  "switch.hint.power": "mit Vollmacht: {scope}, bis {date}",
  "switch.hint.parent": "als Elternteil: {scope}, bis {date}",
  "switch.hint.guardian": "als Betreuer:in oder Vormund: {scope}, bis {date}",
  "switch.hint.legal-representative":
    "als gesetzliche Vertretung: {scope}, bis {date}",
  "switch.button": "Übernehmen",
  "switch.gone":
    "Für diese Person oder Organisation dürfen Sie nicht mehr handeln. Wählen Sie neu.",
  "switch.nobody":
    "Noch handeln Sie für niemanden sonst. Legen Sie eine Organisation an oder lassen Sie sich eine Vollmacht geben.",

  "mandates.title": "Vollmachten",
  "mandates.lead":
    "Erlauben Sie jemandem, für Sie zu handeln, oder handeln Sie für jemanden.",
  "mandates.new": "Vollmacht geben",
  "mandates.declare": "Gesetzliche Vertretung angeben",
  "mandates.given": "Von Ihnen gegeben",
  "mandates.given.empty": "Sie haben niemandem eine Vollmacht gegeben.",
  "mandates.received": "Sie handeln für andere",
  "mandates.received.empty":
    "Sie haben keine Vollmacht. Eine Vollmacht geben kann nur die Person selbst, in ihrem eigenen Servicekonto.",
  "mandates.person": "Person",
  "mandates.nobody-yet": "noch niemand",
  "mandates.scope": "Wofür",
  "mandates.until": "Gültig bis",
  "mandates.state": "Stand",
  "mandates.basis": "Grundlage",
  "state.waiting": "noch nicht angenommen",
  "state.invitation-expired": "Einladung abgelaufen",
  "state.in-force": "gilt",
  "state.expired": "abgelaufen",
  "state.revoked": "beendet",
  "basis.power": "Vollmacht",
  "basis.parent": "Elternteil",
  "basis.guardian": "Betreuung oder Vormundschaft",
  "basis.legal-representative": "andere gesetzliche Vertretung",
  "self-declared":
    "Eigene Angabe, nicht geprüft. Die Behörde sieht das und kann einen Nachweis verlangen.",

  "scope.label": "Wofür soll die Vollmacht gelten?",
  "scope.label.declare": "Wofür vertreten Sie die Person?",
  "scope.missing": "Wählen Sie, wofür es gelten soll.",
  "scope.all": "Für alles",
  "scope.kind": "Alles zum Thema „{label}“",
  "scope.leistung": "Nur „{label}“ ({portal})",
  "scope.hint":
    "Eine einzelne Leistung wählen Sie in dem Portal, das sie anbietet.",
  "until.label": "Letzter Tag",
  "until.hint":
    "Höchstens fünf Jahre. Beenden können Sie sie jederzeit früher.",
  "until.impossible":
    "Geben Sie einen Tag von heute bis in fünf Jahren ein, zum Beispiel 31 12 2027.",

  "mandate.new.title": "Vollmacht geben",
  "mandate.new.lead":
    "Sie erlauben einer anderen Person, in Ihrem Namen Anträge auszufüllen und zu senden (§ 14 Verwaltungsverfahrensgesetz). Sie gilt, sobald die Person sie annimmt.",
  "mandate.new.email": "E-Mail-Adresse der Person",
  "mandate.new.consequence.title": "Was das bedeutet",
  "mandate.new.consequence":
    "Was die Person mit der Vollmacht tut, gilt wie von Ihnen getan. Sie sehen alles davon in Ihrem Konto und können die Vollmacht jederzeit beenden.",
  "mandate.new.button": "Vollmacht geben und einladen",

  "declare.title": "Gesetzliche Vertretung angeben",
  "declare.lead":
    "Für Eltern, Betreuer:innen, Vormünder und andere gesetzliche Vertretungen. Die vertretene Person braucht kein Konto.",
  "declare.warning":
    "Die Behörde sieht, dass dies Ihre eigene Angabe ist, und kann einen Nachweis verlangen. Falsche Angaben können strafbar sein.",
  "declare.basis": "Sie vertreten die Person als",
  "declare.basis.missing": "Wählen Sie eine Grundlage.",
  "declare.name": "Vor- und Familienname der Person",
  "declare.name.missing":
    "Geben Sie den Namen der Person ein, nur mit Buchstaben.",
  "declare.birthday": "Geburtsdatum der Person",
  "declare.birthday.impossible":
    "Geben Sie das Geburtsdatum ein, zum Beispiel 31 12 2015.",
  "declare.statement": "Woraus ergibt sich das?",
  "declare.statement.hint":
    "Zum Beispiel: gemeinsames Sorgerecht; Beschluss des Amtsgerichts Schwerin vom 3. März 2026 mit Aktenzeichen.",
  "declare.statement.missing":
    "Schreiben Sie in höchstens 1.000 Zeichen, woraus sich Ihre Vertretung ergibt.",
  "declare.button": "Angeben",

  "mandate.waiting.title": "Vollmacht mit offener Einladung",
  "mandate.given.title": "Vollmacht an {name}",
  "mandate.received.title": "Sie handeln für {name}",
  "mandate.created": "Gegeben am",
  "mandate.statement": "Ihre Angabe",
  "mandate.birthday": "Geburtsdatum",
  "mandate.end": "Beenden",
  "mandate.act": "Für {name} handeln",
  "mandate.end.question.waiting": "Diese Vollmacht beenden?",
  "mandate.end.question.given": "Vollmacht an {name} beenden?",
  "mandate.end.question.received": "Nicht mehr für {name} handeln?",
  "mandate.end.consequence":
    "Das gilt sofort, auf allen Portalen. Was schon gesendet wurde, bleibt gültig. Beide Seiten bekommen eine E-Mail.",
  "mandate.end.button": "Beenden",

  "actions.title": "Was getan wurde",
  "actions.empty": "Bisher nichts.",
  "actions.at": "Wann",
  "actions.by": "Wer",
  "actions.what": "Was",
  "actions.by.gone": "gelöschtes Konto",
  "action.acting-began": "hat begonnen, in Vertretung zu handeln",
  "action.draft-saved": "hat einen Entwurf gespeichert",
  "action.submitted": "hat einen Antrag gesendet",
  "action.withdrawn": "hat einen Antrag zurückgenommen",

  "obstacle.last-owner":
    "Sie sind die einzige Inhaber:in von: {names}. Machen Sie zuerst ein anderes Mitglied zur Inhaber:in, oder löschen Sie die Organisation.",

  "mail.invitation.subject": "Einladung im Servicekonto",
  "mail.invitation.text":
    "Guten Tag,\n\njemand hat Sie im Servicekonto eingeladen. Sehen Sie hier, worum es geht:\n\n{link}\n\nDer Link gilt {days} Tage und einmal. Sie müssen sich dazu anmelden. Geben Sie ihn nicht weiter.\n\nErwarten Sie keine Einladung, dann löschen Sie diese E-Mail.",
  "mail.organisation-changed.subject":
    "Änderung an einer Organisation im Servicekonto",
  "mail.organisation-changed.text":
    "Guten Tag,\n\nan einer Organisation, zu der Sie gehören oder gehörten, hat sich etwas geändert. Melden Sie sich im Servicekonto an und sehen Sie unter „Organisationen“ nach.",
  "mail.mandate-changed.subject": "Änderung an einer Vollmacht im Servicekonto",
  "mail.mandate-changed.text":
    "Guten Tag,\n\nan einer Vollmacht, die Sie betrifft, hat sich etwas geändert. Melden Sie sich im Servicekonto an und sehen Sie unter „Vollmachten“ nach.",
};
