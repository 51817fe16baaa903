import type { teamsDe } from "./teams-de.ts";

/** Texts of teams. */
export const teamsEn: Record<keyof typeof teamsDe, string> = {
  "teams.title": "Teams",
  "teams.lead":
    "A team shares a list of cases. Services belong to a team: new applications for them come to it.",
  "teams.link": "Manage teams",
  "teams.add": "Add a team",
  "teams.edit": "Change the team",
  "teams.none": "No team yet",
  "teams.none.body": "Without teams all caseworkers see all cases in one list.",
  "teams.name": "Name",
  "teams.name.hint": "For example “Traffic” or “Citizens’ office”",
  "teams.members": "Members",
  "teams.leistungen": "Services of this team",
  "teams.leistungen.count": "Services",
  "teams.leistungen.hint": "A service belongs to one team at most.",
  "teams.leistungen.other": "Now belongs to the team “{team}”",
  "teams.leistungen.others": "{letter}: {count} more",
  "teams.offices": "Offices that the team works for",
  "teams.offices.hint":
    "What people write to these offices is then seen only by this team, who leads and who substitutes. An office without a team is seen by all.",
  "teams.restricted": "Visible to this team only",
  "teams.restricted.hint":
    "Others do not see these cases. This counts only for services chosen above.",
  "teams.save": "Save the team",
  "teams.team-name-missing": "Give the team a name.",
  "teams.team-name-too-long": "Shorten the name to at most {count} characters.",
  "teams.team-name-taken":
    "Another team already has this name. Choose another one.",
  "teams.remove": "Delete the team …",
  "teams.remove.title": "Delete the team “{team}”?",
  "teams.remove.consequence":
    "The cases stay. All caseworkers then see them, also those that only this team could see. The same holds for messages to the team’s offices.",
  "teams.remove.confirm": "Yes, delete the team",
  "teams.remove.cancel": "No, go back",
};
