export const statusEn = {
  "status.title": "Is the portal working?",
  "status.lead":
    "Here you see whether everything works, and how it was in the last 90 days.",
  "status.as-of": "As of {time}.",
  "status.all-up": "Everything works",
  "status.some-disturbed": "There is a disturbance",
  "status.some-down": "Something does not work at the moment",
  "status.unknown": "The state is not measured at the moment",
  "status.none.title": "Nothing measured yet",
  "status.none.body": "As soon as it is measured, you see the result here.",
  "status.now": "How it is now",
  "status.part": "Part",
  "status.state": "State",
  "status.availability": "Available in 90 days",
  "status.state.up": "Works",
  "status.state.disturbed": "Disturbed",
  "status.state.down": "Does not work",
  "status.state.unknown": "Not measured",
  "component.pages": "Viewing pages",
  "component.applications": "Filling in and sending applications",
  "component.uploads": "Uploading files",
  "component.delivery": "Passing applications on to authorities",
  "component.mail": "Sending e-mails",
  "status.days": "How it was",
  "status.days.summary":
    "{part}: {percent} available in 90 days. Measured on {measured} days, disturbed on {disturbed}, down for a time on {down}.",
  "status.days.up": "Works",
  "status.days.disturbed": "Disturbed",
  "status.days.down": "Down",
  "status.table": "As a table: availability by day",
  "status.table.day": "Day",
  "status.incidents": "Disturbances and outages",
  "status.incidents.lead":
    "What the checks found in the last 90 days. What lies less than five minutes apart stands here as one incident.",
  "status.incidents.none": "No check found a disturbance in the last 90 days.",
  "status.incidents.none-since":
    "Since measuring began on {day}, no check has found a disturbance.",
  "status.incidents.older": "Older disturbances and outages",
  "incident.begin": "Beginning",
  "incident.end": "End",
  "incident.length": "Length",
  "incident.affected": "What was affected",
  "incident.goes-on": "Still going on",
  "incident.down": "Did not work",
  "incident.disturbed": "Disturbed",
  "status.notices": "Notices and maintenance",
  "status.notices.planned": "From {time}",
  "status.notices.until": "until {time}",
  "status.how": "How it is measured",
  "status.how.minute":
    "The program itself checks each part once a minute. The percentage tells in how many checks the part worked. Time with a disturbance counts as available, time down does not.",
  "status.how.pages":
    "“Viewing pages” and “Filling in and sending applications” are checked by the public address, as you call the portal, but from within the data centre. The check does not see a fault of your internet connection. Where no address is set, it only checks whether the database answers.",
  "status.how.uploads":
    "“Uploading files”: a small file is stored and deleted again.",
  "status.how.delivery":
    "“Passing applications on to authorities” is disturbed when an application lies there for more than ten minutes. When the system of an authority does not answer, that does not count here: your application waits safely then.",
  "status.how.mail":
    "“Sending e-mails” is disturbed when many e-mails lie there for more than a quarter of an hour.",
  "status.how.gaps":
    "Time in which nothing was checked does not count. In the table it is “not measured”.",
} as const;
