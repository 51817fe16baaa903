/** What takes the place of Leistungen that are not shown any more, in English. */
export const successorsEn = {
  "successor.title": "Successor",
  "successor.of": "Successor of “{title}”",
  "successor.lead":
    "Whoever follows an old address comes to the service that you choose here. It says that it takes the place of the one they looked for.",
  "successor.state.shown":
    "The service is in the portal: {address}. The successor counts as soon as you hide it or it ends.",
  "successor.state.hidden": "The service is hidden. Its address is {address}.",
  "successor.state.out-of-time":
    "The service is not shown today. Its address is {address}.",
  "successor.state.deleted":
    "The service is deleted. Its address was {address}.",
  "successor.none": "No successor is chosen.",
  "successor.now": "Chosen successor",
  "successor.not-shown":
    "{address}. Your portal does not show this service: whoever follows the old address comes to the successor of that one, or is told that the page is gone.",
  "successor.remove": "Remove the successor",
  "successor.choose": "Choose a successor",
  "successor.change": "Choose another successor",
  "successor.search": "Search a service, your own or of county and state",
  "successor.nothing": "The portal shows no service for these words.",
  "successor.found": "Services found",
  "successor.take": "Choose as successor",
  "successor.refused":
    "Your portal does not show this service. Please choose another one.",
  "successor.chosen": "The successor is chosen",
  "successor.removed": "The successor is removed",
  "successor.link": "See or change the successor",
  "successor.link-of": "See or change the successor of “{title}”",
  "successor.hint":
    "If you hide or end the service, its address can lead to another one.",
  "former.title": "Former addresses",
  "former.lead":
    "Services that everybody could see and that the portal shows no more. Other pages and search engines still lead there.",
  "former.search": "Name or address",
  "former.none": "There are no former addresses.",
  "former.column.since": "Not since",
  "former.column.why": "Why",
  "former.why.shown": "Is shown",
  "former.why.hidden": "Hidden",
  "former.why.out-of-time": "Ended, or begins later",
  "former.why.deleted": "Deleted",
  "former.no-successor": "None chosen",
};
