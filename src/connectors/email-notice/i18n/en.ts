export const en = {
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
};
