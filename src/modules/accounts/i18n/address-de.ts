/** Texts of moving an account to another e-mail address. */
export const addressDe = {
  "error-title": "Fehler: {title}",
  "section.title": "E-Mail-Adresse",
  "section.now": "Ihr Konto gehört zu {email}.",
  "section.none":
    "Ihr Konto hat keine E-Mail-Adresse. Mit einer Adresse können wir Ihnen schreiben, wenn sich an Ihrem Konto etwas ändert.",
  "section.link": "E-Mail-Adresse ändern",
  "section.link.none": "E-Mail-Adresse eintragen",
  "page.title": "E-Mail-Adresse ändern",
  "page.title.none": "E-Mail-Adresse eintragen",
  "page.lead":
    "Wir schreiben an die alte und an die neue Adresse. Die Änderung gilt, wenn Sie in beiden E-Mails zugestimmt haben.",
  "page.lead.none":
    "Wir schicken Ihnen eine E-Mail. Die Adresse gilt, wenn Sie darin zugestimmt haben.",
  "page.title.welcome": "Wohin dürfen wir Ihnen schreiben?",
  "page.lead.welcome":
    "Ihr Servicekonto ist angelegt. Mit einer E-Mail-Adresse erfahren Sie, wenn eine Nachricht im Postfach liegt oder sich jemand an einem neuen Gerät anmeldet. In den E-Mails steht nichts über Ihre Anträge. Die Adresse ist freiwillig; Sie können sie auch später unter „Anmeldung und Sicherheit“ eintragen.",
  "welcome.take": "Adresse eintragen",
  "welcome.skip": "Ohne Adresse weiter",
  "welcome.next": "Weiter",
  "page.new.none": "E-Mail-Adresse",
  "page.new": "Neue E-Mail-Adresse",
  "page.suggested":
    "Diese Adresse steht schon in Ihren Angaben. Sie gilt erst, wenn Sie die E-Mail bestätigt haben.",
  "page.next": "Weiter",
  "page.invalid": "Geben Sie die E-Mail-Adresse so ein: name@beispiel.de",
  "page.same": "Das ist schon die Adresse Ihres Kontos.",
  "page.lost": "Ich komme nicht mehr an mein altes Postfach.",
  "page.lost.hint":
    "Sie sind mit einem sicheren Nachweis angemeldet. Deshalb muss nur die neue Adresse zustimmen. Die alte bekommt Bescheid und kann widersprechen.",
  "prove.title": "Stimmt die neue Adresse?",
  "prove.new": "Neue Adresse",
  "prove.button": "E-Mails schicken",
  "prove.button.one": "E-Mail schicken",
  "prove.again": "Adresse verbessern",
  "prove.level":
    "Für den Weg ohne das alte Postfach müssen Sie sich mit dem Niveau „substanziell“ anmelden.",
  "sent.done": "Die E-Mails sind unterwegs.",
  "pending.title": "Diese Änderung läuft",
  "pending.new": "Neue Adresse",
  "pending.old-side": "Alte Adresse",
  "pending.yes": "hat zugestimmt",
  "pending.open": "noch keine Antwort",
  "pending.end": "Gilt bis",
  "pending.none":
    "Keine E-Mail da? Sehen Sie im Spam-Ordner nach, oder fangen Sie noch einmal an. Dann gelten nur die neuen E-Mails.",
  "pending.cancel": "Änderung abbrechen",
  "cancelled.done": "Die Änderung ist abgebrochen. Alles bleibt, wie es war.",
  "lost.title": "Das alte Postfach gibt es nicht mehr?",
  "lost.1":
    "Melden Sie sich mit dem Niveau „substanziell“ an. Dann reicht die Zustimmung der neuen Adresse.",
  "lost.2":
    "So bekommen Sie das Niveau: Zeigen Sie einmal im Amt Ihren Ausweis, oder verknüpfen Sie einen Nachweis wie die BundID.",
  "lost.3":
    "Bis dahin bleibt Ihr Konto benutzbar. Mit einem Passkey brauchen Sie zum Anmelden kein Postfach.",
  "lost.counter": "Ausweis am Schalter bestätigen",
  "lost.identities": "Nachweis verknüpfen",
  "lost.passkeys": "Passkey einrichten",
  "question.old.title": "Soll Ihr Servicekonto umziehen?",
  "question.old.lead":
    "Ihr Servicekonto soll ab jetzt zu {email} gehören. Waren Sie das?",
  "question.old.agreed":
    "Wer das möchte, hat sich sicher ausgewiesen. Sie müssen nicht zustimmen, können die Änderung aber stoppen.",
  "question.new.title": "Ist das Ihre neue Adresse?",
  "question.new.lead":
    "Mit dieser E-Mail-Adresse soll ein Servicekonto benutzt werden. Waren Sie das?",
  "question.new.sign-in":
    "Melden Sie sich an, um zuzustimmen. So ist sicher, dass es Ihr Konto ist.",
  "question.new.sign-in.button": "Anmelden und zustimmen",
  "question.agreed": "Diese Adresse hat schon zugestimmt.",
  "question.yes": "Ja, zustimmen",
  "question.no": "Das war ich nicht",
  "agreed.title": "Danke, diese Adresse hat zugestimmt",
  "agreed.lead":
    "Es fehlt noch die Zustimmung der anderen Adresse. Öffnen Sie den Link in der E-Mail dorthin.",
  "moved.title": "Ihr Servicekonto hat eine neue Adresse",
  "moved.lead":
    "Melden Sie sich ab jetzt mit der neuen Adresse an. Ihr Passwort bleibt gleich.",
  "first.title": "Ihre E-Mail-Adresse ist bestätigt",
  "first.lead":
    "Ab jetzt schreiben wir Ihnen, wenn sich an Ihrem Konto etwas ändert oder eine Nachricht im Postfach liegt.",
  "moved.link": "Zum Servicekonto",
  "taken.title": "Zu dieser Adresse gibt es schon ein Servicekonto",
  "taken.lead":
    "Es gehört Ihnen, denn Sie haben den Link in diesem Postfach geöffnet. Eine Adresse kann nur zu einem Konto gehören.",
  "taken.1":
    "Brauchen Sie das andere Konto nicht? Melden Sie sich dort an und löschen Sie es. Öffnen Sie danach diesen Link noch einmal.",
  "taken.2":
    "Möchten Sie das andere Konto behalten? Dann lassen Sie hier alles, wie es ist.",
  "refused.title": "Die Änderung ist gestoppt",
  "refused.new.lead":
    "Diese Adresse kommt an kein Konto. Sie müssen nichts weiter tun.",
  "refused.old.lead":
    "Ihr Konto behält die alte Adresse. Wir haben es an allen Geräten abgemeldet, denn jemand anders war darin angemeldet.",
  "refused.old.title": "So sichern Sie Ihr Konto",
  "refused.old.1": "Wählen Sie jetzt ein neues Passwort.",
  "refused.old.2":
    "Melden Sie sich damit an und entfernen Sie Passkeys, eine App und Nachweise, die Sie nicht kennen.",
  "refused.old.3":
    "Kommen Sie nicht mehr hinein, rufen Sie uns an. Wer Ihr Passwort kennt, kann auch Ihre E-Mails lesen, wenn es dort dasselbe ist: Ändern Sie es auch dort.",
  "refused.old.button": "Neues Passwort wählen",
  "over.title": "Dieser Link gilt nicht mehr",
  "over.lead":
    "Die Änderung ist fertig, abgebrochen oder zu alt. Im Servicekonto unter „Anmeldung und Sicherheit“ sehen Sie, was gilt.",
};
