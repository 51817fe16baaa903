import { constants, getPriority, setPriority } from "node:os";

/**
 * Lets other processes of the machine go first where processors are scarce. Threads begun afterwards and processes started afterwards
 * inherit it; a priority that is as low already stays.
 */
export function giveWay(): void {
  const wanted = constants.priority.PRIORITY_BELOW_NORMAL;
  if (getPriority() < wanted) setPriority(wanted);
}
