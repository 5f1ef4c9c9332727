import { expect, test } from "vitest";
import { postMessage } from "@/lib/conversations/commands/post-message";
import { revealPhone } from "@/lib/conversations/commands/reveal-phone";
import { updateMember } from "@/lib/members/commands/update-member";
import { viewMembers } from "@/lib/members/queries/list-members";
import { aRoom } from "../../support/room";
import { aTenant } from "../../support/world";

const NUMBER = "+5511990000007";

async function anAuthor() {
  const tenant = await aTenant();
  const room = await aRoom(tenant);
  const memberId = room.beto;
  await updateMember(tenant.as("owner"), memberId, { identifiers: [{ kind: "phone", value: NUMBER }] });
  const { id } = await postMessage(tenant.as({ memberId }), { groupId: room.groupId, body: "Me liga?" });
  return { tenant, ...room, id };
}

test("P8: an agent sees the end of a number, and the whole of it out of a conversation; each asking is audited", async () => {
  const { tenant, communityId, beto, id } = await anAuthor();
  const agent = tenant.as("agent", [communityId]);
  expect(JSON.stringify([...(await viewMembers(agent, [beto])).values()])).not.toContain(NUMBER.slice(-8));
  expect(await revealPhone(agent, { id })).toEqual({ phones: [NUMBER] });
  const events = await tenant
    .as("owner")
    .db.auditEvent.findMany({ where: { action: "member.phone_revealed" } });
  expect(events).toMatchObject([{ subjectId: beto, communityId, details: { messageId: id } }]);
  expect(JSON.stringify(events.map(({ details }) => details))).not.toContain(NUMBER);
});

test("P8: a marketer, an agent of another community, and the members of the room get no number, and nothing is written", async () => {
  const { tenant, communityId, ana, id } = await anAuthor();
  const asked = [
    [tenant.as("marketer", [communityId]), "not_allowed"],
    [tenant.as("agent", []), "not_granted"],
    [tenant.as({ memberId: ana }), "not_allowed"],
  ] as const;
  for (const [ctx, code] of asked) await expect(revealPhone(ctx, { id })).rejects.toMatchObject({ code });
  const written = await tenant
    .as("owner")
    .db.auditEvent.count({ where: { action: "member.phone_revealed" } });
  expect(written).toBe(0);
});
