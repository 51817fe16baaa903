export const en = {
  title: "Notice by e-mail",
  about:
    "Tells the office that an application is in its workplace. The e-mail says nothing of what is in it.",
  "option.to": "Mailbox of the office",
  "hint.to":
    "For example parking@schwerin.de, not the address of a single person.",
  purpose: "For the office: a new application is in the workplace",
  "correction.purpose": "For the office: an application was corrected",
  "test.purpose": "For the office: trying a destination",
  "correction.subject": "An application was corrected",
  "correction.text": `Hello,

in the portal, somebody has corrected or completed an application because you asked.

Reference: {reference}
Corrected: {submittedAt}
Workplace: {workplaceUrl}

To protect personal data, this message contains nothing from the application.
`,
  subject: "A new application is in your queue",
  text: `Hello,

a new application for you has arrived in the portal.

Reference: {reference}
Received: {submittedAt}
Workplace: {workplaceUrl}

To protect personal data, this message contains nothing from the application.
`,
  "test.subject": "Test: this is how the portal tells of a new application",
  "test.text": `Good day,

this is a test. There is no application, and nothing to be done. A real notice would say when the application came in.

Id of the test: {reference}
To the workplace: {workplaceUrl}
`,
};
