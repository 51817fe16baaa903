export const en = {
  "list.title": "Deliveries",
  "list.lead":
    "Here you see whether applications have arrived in your back-office systems. What waits is tried again by itself.",
  "list.states": "State of deliveries",
  "list.caption": "{state}: deliveries, newest first",
  "list.more": "Show older ones",
  "list.first": "Back to the newest",

  "state.rejected": "Rejected",
  "state.dead": "Given up",
  "state.waiting": "Waiting",
  "state.accepted": "Accepted",
  "state.delivered": "Delivered",
  "state.closed": "Settled otherwise",

  "hint.rejected":
    "The destination rejected these applications. Please find out why. Then they can be sent again.",
  "hint.dead":
    "These applications did not arrive for too long. They are complete in your queue. Please call the office in charge. Then they can be sent again.",
  "hint.waiting":
    "These applications are on their way or will be tried again. You need not do anything.",
  "hint.accepted":
    "The destination has accepted these applications. Its final confirmation is still to come.",
  "hint.delivered": "These applications have arrived.",
  "hint.closed":
    "You settled these applications otherwise: in your own workspace or through another destination.",

  "empty.title": "Nothing here",
  "empty.body": "There are no deliveries in this state at present.",

  "column.reference": "Reference",
  "column.destination": "Destination",
  "column.created": "Received",
  "column.attempts": "Attempts",
  "column.cause": "Cause",
  "column.next": "Next attempt",
  "column.receipt": "Confirmation",
  "column.action": "Action",

  "receipt.in-mail-outbox": "E-mail is in the outbox",

  "next.overdue": "overdue since {time}",
  "resend.button": "Send again",
  "resend.now": "Try now",
  "resent.title": "The application is being sent again now.",
  "resent.body": "While it is on its way you find it under “Waiting”.",

  "settled.person":
    "This application is now worked on in the workspace and no longer delivered.",
  "settled.redirected":
    "Redirected. What was redirected is now being sent to the new destination.",
  "settled.resent":
    "Now being sent again. While it is under way, it is listed as waiting.",
  "settled.paused":
    "The destination is paused. New applications wait until you continue it.",
  "settled.continued":
    "The destination works again. What is waiting is now being sent.",

  "destinations.title": "Destinations",
  "destinations.condition": "Condition",
  "destinations.failed": "Rejected or given up",
  "destinations.resend.one": "Send again",
  "destinations.resend": "Send all {count} again",
  "destinations.pause": "Pause",
  "destinations.continue": "Continue",
  "condition.normal": "Working",
  "condition.disturbed": "Disturbed",
  "condition.paused": "Paused",
  "condition.off": "Switched off",
  "condition.next": "next attempt {time}",

  "check.button": "Check",
  "check.title": "Check: {destination}",
  "check.lead":
    "Settings, reachability and credentials were checked, as far as the destination allows. Nothing was changed there.",
  "check.what": "Checked",
  "check.result": "Result",
  "check.finding": "Finding",
  "check.settings": "Settings",
  "check.reachability": "Reachability",
  "check.credentials": "Credentials",
  "check.passed": "In order",
  "check.failed": "Not in order",
  "check.fine": "All as expected.",

  "chart.title": "Over time",
  "chart.none":
    "Not counted yet: what is delivered each day stands here once it has been counted for the first time. That happens every hour.",
  "chart.summary":
    "In the last {days} days: {delivered} delivered, {waiting} waiting, {failed} rejected or given up.",
  "chart.delivered": "Delivered",
  "chart.waiting": "Waiting",
  "chart.failed": "Rejected or given up",
  "chart.table": "Figures as a table",
  "chart.day": "Day",
  "chart.counted": "Counted: {time}. The figures are renewed every hour.",

  "delivery.title": "Delivery {reference}",
  "delivery.back": "To the deliveries",
  "delivery.state": "State",
  "delivery.id": "Id of the delivery",
  "delivery.vorgang": "Find this case in the list of cases",
  "delivery.who-settles":
    "Sending again and redirecting is for the administration of your authority. You can work on the case all the same: it is complete in the workspace.",
  "delivery.actions": "What you can do",
  "delivery.redirected.to": "Redirected to",
  "delivery.redirected.from": "Redirected from",
  "delivery.redirect.label": "Another destination",
  "delivery.redirect.hint":
    "The whole application goes to the destination you choose. It is not sent to the present one any more.",
  "delivery.redirect.button": "Redirect",
  "delivery.overdue":
    "The destination has accepted the application, but has not answered in the agreed time. Ask there. As long as the answer is missing, the Vorgang is not deleted.",
  "delivery.close.hint":
    "The application is complete in your workspace. If you work on it there, it need not be delivered any more.",
  "delivery.close.button": "Work on it in the workspace",
  "attempts.title": "Attempts",
  "attempts.number": "Attempt",
  "attempts.begun": "Begun",
  "attempts.outcome": "Outcome",
  "attempts.none": "running, or was interrupted",

  "installation.title": "Deliveries of all portals",
  "installation.lead":
    "Here you see which destinations take applications, and where something is stuck. Nothing from any application stands here.",
  "installation.portal": "Portal",
  "installation.held": "Disturbed or paused",
  "installation.empty": "No figures yet",
  "installation.empty.body":
    "Once a portal has a destination, its figures are here within an hour.",

  "mail.office.purpose":
    "For the office: when applications do not reach their destination",
  "mail.office.subject": "Applications do not reach their destination",
  "mail.office.text": `Hello,

applications from the portal do not arrive.

Destination: {destination}
Number: {count}

The applications are not lost. They are complete in the workspace. Please look for the cause, then send again or choose another destination:
{url}

To protect personal data, this message contains nothing from the applications.
`,
  "mail.expiring.purpose":
    "For administrators: when the certificate of a destination ends soon",
  "mail.expiring.subject": "The certificate of a destination ends",
  "mail.expiring.text": `Hello,

the certificate of the destination "{destination}" is valid until {date}. After that the portal cannot send applications there any more.

Get a new certificate and enter it here:
{url}
`,
  "mail.administrator.purpose":
    "For the administrators: when applications have not reached their destination for a week",
  "mail.administrator.subject":
    "Applications have not reached their destination for a week",
  "mail.administrator.text": `Hello,

applications from the portal have not arrived for more than a week. The office in charge has been told.

Destination: {destination}
Number: {count}

Please check the destination's settings, or settle with the office how the applications are worked on:
{url}
`,

  "evidence.title": "Confirmations of the destination",
  "evidence.when": "Time",
  "evidence.what": "Event",
  "evidence.remarks": "Remarks of the destination",
  "evidence.kind.refused": "refused by the back-office system",
  "evidence.kind.state-pending": "In progress",
  "evidence.kind.state-delivered": "Taken over",
  "evidence.kind.state-rejected": "Refused",
  "evidence.kind.state-unknown": "Unknown state",
  "evidence.kind.create": "Submission created",
  "evidence.kind.submit": "Handed over in full",
  "evidence.kind.notify": "Recipient notified",
  "evidence.kind.forward": "Fetched by the recipient",
  "evidence.kind.accept": "Accepted by the recipient",
  "evidence.kind.reject": "Rejected",
  "evidence.kind.delete": "Deleted at the delivery service",
  "cause.destination-inactive":
    "The delivery point is not in service. Please clear this up with the receiving authority.",
  "cause.key-invalid":
    "The key of the delivery point is not valid. Please have the receiving authority renew it.",
  "cause.service-not-offered":
    "The delivery point does not take this service or this data format. Please check the settings, or choose another destination.",
  "cause.refused-by-receiver":
    "The receiving authority has rejected the application. Its remarks are under “Confirmations of the destination”. Please clear up the cause and then send again, or work on the application in the workspace.",
  "cause.not-fetched":
    "The receiving authority did not fetch the application in time. Please call them, and then send again.",
  "cause.evidence-invalid":
    "The confirmation of the destination is not genuine or does not belong to the application. Please call the receiving authority.",
  "cause.route-unsigned":
    "The signature is wrong. The answer may be forged. Tell the authority.",
  "cause.route-other-signer":
    "Somebody else than the self-service portal of this environment has signed.",
  "cause.route-expired":
    "The signature is not valid any more, or not yet. The authority has to renew its addressing information.",
  "cause.route-other-destination":
    "The signature belongs to another Zustellpunkt.",
  "cause.route-other-host":
    "The Zustellpunkt belongs to another environment of FIT-Connect.",
  "cause.route-other-service":
    "The signature is not for this service in this place.",
  "cause.answer-unreadable": "The answer could not be read. Check the address.",
  "cause.payment-not-expressible":
    "The number of the payment does not fit into the format of FIT-Connect. Hand the application over in another way.",
  "cause.none": "not tried yet",
  "cause.dns": "The destination's address is not known on the network.",
  "cause.connect": "The destination can not be reached.",
  "cause.timeout": "The destination did not answer in time.",
  "cause.tls":
    "No encrypted connection could be made. Perhaps a certificate has expired.",
  "cause.reset": "The connection was cut.",
  "cause.answer-too-large": "The destination's answer was too large.",
  "cause.fault": "Something failed in the portal. Its operator has been told.",
  "cause.destination-disabled": "The destination is switched off at present.",
  "cause.directory-missing":
    "The destination's directory is missing. Perhaps a drive is not connected.",
  "cause.directory-not-writable":
    "The portal may not write into the destination's directory.",
  "cause.directory-not-allowed": "The directory is outside the allowed area.",
  "cause.host-key-changed":
    "A server other than the one agreed on answers. Nothing was sent. Ask those who run the server for its fingerprint.",
  "cause.credentials-refused":
    "The destination does not accept the credentials.",
  "cause.sftp-not-offered": "The server does not offer SFTP.",
  "cause.repository-unknown":
    "There is no such repository, or there are several. Enter its id.",
  "cause.answer-not-understood":
    "The answer of the destination cannot be understood. Check the address.",
  "cause.mail-server-not-set": "The portal has no mail server.",
  "cause.mail-server-away": "The mail server cannot be reached ({code}).",
  "cause.mail-server-busy": "The mail server takes nothing just now ({code}).",
  "cause.mail-refused": "The mail server does not take the message ({code}).",
  "cause.mail-too-large": "The e-mail is too large for the mailbox.",
  "cause.no-such-mailbox": "There is no such mailbox.",
  "cause.certificate-expired": "The certificate has expired.",
  "cause.certificate-not-yet-valid": "The certificate is not valid yet.",
  "cause.certificate-unreadable":
    "This is not a single certificate. Paste exactly one as text, or choose the file.",
  "cause.certificate-key-unfit":
    "The key of the certificate does not fit. It has to be RSA with at least 2048 bits.",
  "cause.certificate-not-for-encryption":
    "The certificate is not meant for encrypting e-mail.",
  "cause.certificate-for-other-address":
    "The certificate belongs to another e-mail address.",
  "cause.disk-full": "The destination's storage is full.",
  "cause.disk-fault": "The destination's storage reports a fault.",
  "cause.address-not-allowed":
    "The destination's address is not allowed. The operator must release it.",
  "cause.uploads-not-scanned":
    "The files are still being checked for malware. They go out by themselves after that.",
  "cause.uploads-too-large":
    "The uploads together are larger than the destination allows.",
  "cause.options-invalid":
    "The destination's settings are incomplete or wrong.",
  "cause.connector-missing":
    "The connector of this destination is no longer installed.",
  "cause.submission-missing": "The application is no longer stored.",
  "cause.earlier-first":
    "An earlier version of the same application has not arrived yet.",
  "cause.redirected-by-hand": "Redirected to another destination.",
  "cause.by-hand": "Is worked on in the own workspace.",
  "cause.credentials":
    "The destination does not recognise the portal (code {code}).",
  "cause.busy": "The destination is overloaded (code {code}).",
  "cause.broken": "The destination reports a fault of its own (code {code}).",
  "cause.redirected":
    "The destination has moved (code {code}). Its address must be changed.",
  "cause.address-unknown":
    "The destination does not have this address (code {code}). Check the address in the settings of the destination.",
  "cause.too-large":
    "The application is too large for the destination (code {code}).",
  "cause.refused":
    "The destination does not accept the application (code {code}).",
  "cause.unknown": "Unknown cause (code {code}).",
};
