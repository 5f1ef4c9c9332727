import { describe, expect, test } from "vitest";
import { leaveCommunity } from "@/lib/communities/commands/leave-community";
import { recordConsent } from "@/lib/consent/commands/record-consent";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { addNote, editNote } from "@/lib/notes/commands/write-note";
import { listNotes } from "@/lib/notes/queries/list-notes";
import type { TenantContext } from "@/lib/platform/context";
import { listTimeline } from "@/lib/timeline/queries/list-timeline";
import { aCommunity, aGroup } from "../../support/village";
import { aMember, aTenant } from "../../support/world";

const later = (ctx: TenantContext, minutes: number): TenantContext => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
});

async function aLife() {
  const here = await aTenant();
  const owner = here.as("owner");
  const communityId = await aCommunity(here);
  const groupId = await aGroup(here, communityId);
  const memberId = await aMember(here.tenantId, { name: "Ana Prado" });
  await owner.db.member.updateMany({ where: { id: memberId }, data: { createdAt: owner.now } });
  await addGroupMembers(later(owner, 1), { groupId, memberIds: [memberId] });
  await recordConsent(later(owner, 2), memberId, { channel: "email", purpose: "promotions", granted: false });
  await addNote(later(owner, 3), { memberId, body: "Machucou o joelho" });
  await leaveCommunity(later(owner, 4), { communityId, memberId });
  return { here, owner, memberId };
}

describe("the timeline of a person", () => {
  test("tells from every noun what happened, newest first, in pages without a gap or a double", async () => {
    const { owner, memberId } = await aLife();
    const { data } = await listTimeline(owner, memberId, { limit: 50 });
    expect(data.map(({ kind, text, detail }) => [kind, text, detail].join(" | "))).toEqual(
      [
        "removed | Iniciantes | group",
        "removed | Corre Vila | community",
        "note | Machucou o joelho | Dona Inês",
        "consent_refused | staff | email promotions",
        "joined | Iniciantes | group",
        "joined | Corre Vila | community",
        "created |  | staff",
      ].map((line) => expect.stringContaining(line.split(" | ")[0] ?? "")),
    );
    const walked: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTimeline(owner, memberId, { limit: 2, cursor });
      walked.push(...page.data);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(walked).toEqual(data);
  });

  test("P1: the person sees their own, without the team's notes; X15: nobody else does", async () => {
    const { here, memberId } = await aLife();
    const own = await listTimeline(here.as({ memberId }), memberId, { limit: 50 });
    expect(own.data.map(({ kind }) => kind)).not.toContain("note");
    expect(own.data).toHaveLength(6);
    for (const role of ["marketer", "agent", "finance"] as const)
      await expect(listTimeline(here.as(role), memberId, { limit: 5 })).rejects.toMatchObject({
        code: "not_found",
      });
  });
});

describe("notes about a person", () => {
  test("P7: bear their author, who alone changes them; nobody but the owner and admins reads them", async () => {
    const { here, owner, memberId } = await aLife();
    const [note] = (await listNotes(owner, memberId, { limit: 5 })).data;
    expect(note).toMatchObject({ authorName: "Dona Inês", body: "Machucou o joelho", editedAt: null });
    const reference = { memberId, noteId: note?.id ?? "" };
    await expect(editNote(here.as("admin"), { ...reference, body: "x" })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await editNote(owner, { ...reference, body: "Melhorou" });
    expect((await listNotes(here.as("admin"), memberId, { limit: 5 })).data).toMatchObject([
      { body: "Melhorou", editedAt: expect.any(String) },
    ]);
    for (const who of ["marketer", "agent", "finance", { memberId }] as const)
      await expect(listNotes(here.as(who), memberId, { limit: 5 })).rejects.toMatchObject({
        code: "not_allowed",
      });
  });
});
