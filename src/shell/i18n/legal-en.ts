/** English texts of the pages every portal must have; the German ones are binding. Form of the bodies as in legal-de.ts. */
export const legalEn = {
  "impressum.title": "Legal notice",
  "impressum.provider.title": "Provider",
  "impressum.provider.body":
    "This portal is provided by {name}. {name} is responsible for its content.",
  "impressum.content.title": "Content",
  "impressum.content.body":
    "We check our texts carefully. Binding are the laws, by-laws and official decisions themselves. If you notice a mistake, please write to us.\n\nOther providers are responsible for their own pages that we link to.",
  "impressum.software.title": "Software",
  "impressum.software.body":
    "The portal runs on OpenRathaus, free software under the licence EUPL-1.2. The design follows KERN, the UX standard of the German administration. The typeface is Fira Sans (SIL Open Font License).",

  "contact.office": "Office",
  "contact.address": "Address",
  "contact.phone": "Telephone",
  "contact.email": "Email",
  "contact.website": "Website",
  "contact.hours": "Opening hours",

  "datenschutz.title": "Privacy",
  "datenschutz.lead":
    "This page says which data this portal processes, why, and for how long.",
  "datenschutz.short.title": "In short",
  "datenschutz.short.body":
    "- You can read all pages without signing in.\n- We do not track what you do here. There is no advertising and no analysis by others.\n- Everything comes from our own server. Your browser asks no other servers.\n- What you enter in an application is stored encrypted.\n- Drafts that you do not send are deleted 30 days after the last change.",
  "datenschutz.responsible.title": "Who is responsible",
  "datenschutz.responsible.body":
    "The controller under Article 4(7) of the General Data Protection Regulation (GDPR) is {name}. You reach the data protection officer at the same address, marked “Datenschutz – vertraulich”.",
  "datenschutz.visit.title": "When you look at pages",
  "datenschutz.visit.body":
    "Your browser sends your IP address, otherwise the answer could not reach you. We use it for a moment to protect the portal from overload. We do not write it to our logs.\n\nThe log holds the time, the number of the request, the kind of page and whether there was an error. We need this to repair faults.\n\nLegal basis: Article 6(1)(e) GDPR.",
  "datenschutz.drafts.title": "When you fill in an application",
  "datenschutz.drafts.body":
    "With each step we save your answers and uploaded files as a draft, so that nothing is lost. The draft is encrypted. It can be opened by whoever uses this browser or knows your private link. So do not pass the link on. On a device of somebody else you can delete the draft on the page “Save and continue later”.\n\nIf you have the link sent to you, we use your email address for that. The email contains nothing from your application.\n\nIf you do not send the application, we delete the draft 30 days after the last change.",
  "datenschutz.submission.title": "When you send an application",
  "datenschutz.submission.body":
    "We pass your answers and files to the office that handles the application. Only those in charge may see them there. Every access is recorded.\n\nIf you give an email address, we use it for messages about this application. The email only says that there is something new, with the link to it.\n\nThe data is also kept encrypted in the portal, so that you can see the state and prove that it arrived. The law on each service determines how long the authority keeps the file.\n\nLegal basis: Article 6(1)(c) and (e) GDPR together with the law on the service.",
  "datenschutz.cookies.title": "Cookies",
  "datenschutz.cookies.body":
    "We only set cookies without which the portal does not work (§ 25(2) no. 2 TDDDG):\n- for your draft, if you fill in an application: so that this browser finds it again, for 30 days\n- for the language, if you choose one\n- for light or dark appearance, if you choose one\n- for signing in staff",
  "datenschutz.rights.title": "Your rights",
  "datenschutz.rights.body":
    "You can ask us for:\n- access to your data (Article 15 GDPR)\n- correction of wrong data (Article 16 GDPR)\n- erasure (Article 17 GDPR) and restriction (Article 18 GDPR)\n\nYou can object to the processing (Article 21 GDPR). And you can complain to the data protection authority of the Land (Article 77 GDPR).",

  "barrierefreiheit.title": "Accessibility statement",
  "barrierefreiheit.scope.title": "What this statement covers",
  "barrierefreiheit.scope.body":
    "This statement covers the service portal {baseUrl} of {name}. It is based on Directive (EU) 2016/2102, the disability equality law of the Land and the regulation BITV 2.0. The measure is the standard EN 301 549 with WCAG level AA.",
  "barrierefreiheit.state.title": "How far we are",
  "barrierefreiheit.state.body":
    "The portal is partially compliant with the requirements. This is our own assessment. We check the pages automatically with the tool axe, and the colours for sufficient contrast. A check by an independent body is still to come.",
  "barrierefreiheit.gaps.title": "What is not accessible yet",
  "barrierefreiheit.gaps.body":
    "- There is no video in German Sign Language yet. Its content is on the page Sign language as text.\n- Texts in easy language exist only for using the portal so far, not for every service.\n- Documents that you upload yourself or that other bodies made may not be accessible.",
  "barrierefreiheit.feedback.title": "Report a barrier",
  "barrierefreiheit.feedback.body":
    "Did you meet a barrier? Do you need content in another form? Write or call us:",
  "barrierefreiheit.enforcement.title": "If we could not help",
  "barrierefreiheit.enforcement.body":
    "No answer or no good answer after six weeks? Then you can turn to the body in charge in your Land (arbitration, ombuds or enforcement body under the disability equality act of the Land). The procedure is free, and you need no lawyer. We will gladly give you the address.",
  "barrierefreiheit.date.title": "Date",
  "barrierefreiheit.date.body":
    "This statement was prepared on 23 November 2026.",

  "gebaerdensprache.title": "Sign language",
  "gebaerdensprache.lead":
    "There is no video in German Sign Language (DGS) on this portal yet. This page says what it will show, and how you get help in sign language.",
  "gebaerdensprache.content.title": "What you find on this portal",
  "gebaerdensprache.content.body":
    "- On the home page you search for a service, for example “register a dog”.\n- Every service has a page with its fee, documents, duration and the office in charge.\n- Many applications can be filled in and sent at once. Afterwards you see the state with a private link.\n- At the bottom of every page are contact, legal notice, privacy and the accessibility statement.",
  "gebaerdensprache.barrier.title": "Report a barrier",
  "gebaerdensprache.barrier.body":
    "The page “Accessibility” says what is still missing. You can report a barrier to us, also with a video in sign language that you send by email.",
  "gebaerdensprache.request.title": "Talking in sign language",
  "gebaerdensprache.request.body":
    "You have the right to talk to the authority in sign language. The authority pays for interpreting as far as the equality law of the Land provides. Write us an email before the appointment.",

  "hilfe.title": "Help",
  "hilfe.lead": "Answers to common questions. Otherwise please call us.",
  "hilfe.find.title": "How do I find the right service?",
  "hilfe.find.body":
    "Write what you want to do into the search field on the home page. Everyday words are enough, typing errors do no harm. Or browse “Services” from A to Z.",
  "hilfe.account.title": "Do I need an account?",
  "hilfe.account.body":
    "No. You can make many applications as a guest. The page of the service says whether you must identify yourself.",
  "hilfe.later.title": "Can I continue later?",
  "hilfe.later.body":
    "Yes. Choose “Save and continue later”. You get a private link. With it you can open your draft again for 30 days. Keep the link safe.",
  "hilfe.files.title": "Which files can I upload?",
  "hilfe.files.body":
    "PDF files and photos (JPEG or PNG). Photograph papers in good light and completely. The field says how large a file may be.",
  "hilfe.errors.title": "The form reports an error. What now?",
  "hilfe.errors.body":
    "There is a list at the top of the page. Each entry leads you to the field and says what you can change. Your other answers are kept.",
  "hilfe.state.title": "How far is my application?",
  "hilfe.state.body":
    "After sending you get a private link. It shows the state: received, in progress, question, decided.",
  "hilfe.proof.title": "How do I know that the application arrived?",
  "hilfe.proof.body":
    "You see a confirmation with a number and can download a receipt as PDF. If you did not see the confirmation, just send again. The application will not arrive twice.",
  "hilfe.contact.title": "How to reach us",
};
