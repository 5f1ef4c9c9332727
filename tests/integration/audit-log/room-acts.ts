import { decideReports } from "@/lib/conversations/commands/decide-reports";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { refuseWords } from "@/lib/conversations/commands/refuse-words";
import { removeMessage } from "@/lib/conversations/commands/remove-message";
import { reportMessage } from "@/lib/conversations/commands/report-message";
import { revealPhone } from "@/lib/conversations/commands/reveal-phone";
import { setSlowMode } from "@/lib/conversations/commands/set-slow-mode";
import { endSilence, silenceMember } from "@/lib/conversations/commands/silence-member";
import type { Neighbour } from "../../support/world";

type InAGroup = (here: Neighbour) => Promise<{ groupId: string; memberId: string }>;

/** The acts of those who look after a room's conversation (C4), each by the owner on a member of a room. */
export function roomActs(inAGroup: InAGroup) {
  const posted = async (here: Neighbour) => {
    const { groupId, memberId } = await inAGroup(here);
    return await postMessage(here.as({ memberId }), { groupId, body: "Oi" });
  };
  return {
    "message.removed": async (here: Neighbour) => {
      const { id } = await posted(here);
      return () => removeMessage(here.as("owner"), { id });
    },
    "message.reports_decided": async (here: Neighbour) => {
      const { id } = await posted(here);
      await reportMessage(here.as("owner"), { id, reason: "" });
      return () => decideReports(here.as("owner"), { id, remove: false });
    },
    "member.phone_revealed": async (here: Neighbour) => {
      const { id } = await posted(here);
      return () => revealPhone(here.as("owner"), { id });
    },
    "member.silenced": async (here: Neighbour) => {
      const { groupId, memberId } = await inAGroup(here);
      return () => silenceMember(here.as("owner"), { groupId, memberId, minutes: 60 });
    },
    "member.silence_ended": async (here: Neighbour) => {
      const { groupId, memberId } = await inAGroup(here);
      await silenceMember(here.as("owner"), { groupId, memberId, minutes: 60 });
      return () => endSilence(here.as("owner"), { groupId, memberId });
    },
    "group.refused_words_set": async (here: Neighbour) => {
      const { groupId } = await inAGroup(here);
      return () => refuseWords(here.as("owner"), { groupId, words: ["golpe"] });
    },
    "group.slow_mode_set": async (here: Neighbour) => {
      const { groupId } = await inAGroup(here);
      return () => setSlowMode(here.as("owner"), { groupId, seconds: 60 });
    },
  };
}
