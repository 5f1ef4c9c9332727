import { beforeAll, describe, expect, test } from "vitest";
import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { createCommunity } from "@/lib/communities/commands/create-community";
import { setCommunityRole } from "@/lib/communities/commands/set-community-role";
import { explainVisibility } from "@/lib/members/queries/explain-visibility";
import { listMembers } from "@/lib/members/queries/list-members";
import { simulateSight } from "@/lib/members/queries/simulate-sight";
import { aWorld, type Neighbour } from "../../support/world";
import { callAction, codeOf } from "../matrix/call-action";
import { callApi, keyOf } from "../matrix/call-api";
import { aPlace, type Place } from "../matrix/place";
import { signIn } from "../matrix/web-edge";

// P15: whoever may looks at the portal with a member's eyes: read-only, audited, and no longer than they may.
let here: Neighbour;
let place: Place;

beforeAll(async () => {
  process.env.ALDEIA_API_RATE_LIMIT = "1000000";
  ({ here } = await aWorld());
  place = await aPlace(here, { granted: true });
});

const look = (action: string, memberId: string) => callAction(`accounts/${action}`, here.slug, { memberId });
// Loaded after the edge of the web that it stands on in tests.
const door = () => import("@/lib/accounts/load-context");
const whoseEyes = async () => (await (await door()).requirePortal(here.slug)).actor;

describe("a look through a member's eyes", () => {
  test("is the member that the API answers to with Aldeia-View-As, and nobody else", async () => {
    await signIn(here.staff.owner.userId);
    await look("seeAsAction", place.memberId);
    const eyes = await whoseEyes();
    expect(eyes).toMatchObject({ memberId: place.memberId, userId: null });
    expect(eyes.seenBy).toEqual({ userId: here.staff.owner.userId, within: null });
    const answer = await callApi("GET /members", {
      token: await keyOf(here, "owner"),
      headers: { "Aldeia-View-As": place.memberId },
    });
    const seen = await listMembers(await (await door()).requirePortal(here.slug), {}, { limit: 50 });
    const people = JSON.parse(answer.text).data as { id: string; name: string }[];
    expect(seen.data.map(({ id, name }) => `${id} ${name}`)).toEqual(
      people.map(({ id, name }) => `${id} ${name}`),
    );
    expect(people.map(({ id }) => id)).toContain(place.neighbourId);
  });

  test("changes nothing: every act is refused, and says why", async () => {
    await signIn(here.staff.owner.userId);
    await look("seeAsAction", place.memberId);
    await expect((await door()).requireMember(here.slug)).rejects.toMatchObject({
      code: "see_as_is_read_only",
    });
    const post = await callAction("conversations/postMessageAction", here.slug, {
      groupId: place.groupId,
      body: "Oi",
    });
    expect(codeOf(post)).toBe("see_as_is_read_only");
    const leave = await callAction("memberships/leaveGroupAction", here.slug, { groupId: place.groupId });
    expect(codeOf(leave)).toBe("see_as_is_read_only");
  });

  test("R6: is in the audit log, with whose eyes they were", async () => {
    await signIn(here.staff.admin.userId);
    await look("seeAsAction", place.neighbourId);
    const events = await here.as("owner").db.auditEvent.findMany({
      where: { action: "member.seen_as", subjectId: place.neighbourId },
    });
    expect(events).toMatchObject([{ actorKind: "staff", actorId: here.staff.admin.staffId }]);
  });

  test("ends by the banner, and the way leads back to the person's card", async () => {
    await signIn(here.staff.owner.userId);
    await look("seeAsAction", place.memberId);
    const end = await callAction("accounts/endSeeAsAction", here.slug, {});
    expect(codeOf(end)).toBe(`to /t/${here.slug}/members/${place.memberId}`);
    expect((await whoseEyes()).seenBy).toBeUndefined();
  });

  test("R7: ends with the right to look, on the next request", async () => {
    const { db } = here.as("owner");
    await signIn(here.staff.admin.userId);
    await look("seeAsAction", place.memberId);
    const { staffId } = here.staff.admin;
    await db.staff.updateMany({ where: { id: staffId }, data: { role: "finance" } });
    await expect(whoseEyes()).rejects.toMatchObject({ kind: "notFound" });
    await db.staff.updateMany({ where: { id: staffId }, data: { role: "admin" } });
    expect(await whoseEyes()).toMatchObject({ memberId: place.memberId });
  });

  test("a member who leads nothing, and marketers, may not look", async () => {
    await signIn(place.memberUserId);
    expect(codeOf(await look("seeAsInPortalAction", place.neighbourId))).toBe("not_allowed");
    await signIn(here.staff.marketer.userId);
    expect(codeOf(await look("seeAsAction", place.neighbourId))).toBe("not_allowed");
  });
});

describe("an admin of a community", () => {
  let led: string;

  beforeAll(async () => {
    led = (await createCommunity(place.owner, { name: "Vila da vizinha" })).id;
    const memberIds = [place.memberId, place.neighbourId];
    await addCommunityMembers(place.owner, { communityId: led, memberIds });
    await setCommunityRole(place.owner, { communityId: led, memberId: place.memberId, role: "admin" });
  });

  test("looks through the eyes of its people, within it alone", async () => {
    await signIn(place.memberUserId);
    await look("seeAsInPortalAction", place.neighbourId);
    const eyes = await whoseEyes();
    expect(eyes).toMatchObject({ memberId: place.neighbourId, seenBy: { within: [led] } });
  });

  test("not through the eyes of whoever is not in it: refused as unknown people are not told apart", async () => {
    await signIn(place.memberUserId);
    expect(codeOf(await look("seeAsInPortalAction", place.stranger.id))).toBe("not_allowed");
  });

  test("the simulator counts nothing of other communities", async () => {
    const ctx = here.as({ memberId: place.memberId });
    const asked = { memberId: place.memberId, viewerId: place.neighbourId };
    const { fields } = await explainVisibility(ctx, asked);
    // They share a room of the other community; about oneself everything is told.
    expect(fields.find(({ field }) => field === "phone")?.shows).toBe("all");
    const turned = await explainVisibility(ctx, {
      memberId: place.neighbourId,
      viewerId: place.memberId,
    });
    expect(turned.reasons).toEqual([expect.stringContaining("Vila da vizinha")]);
  });
});

describe("the simulator", () => {
  test("answers byte for byte as the API does", async () => {
    const token = await keyOf(here, "owner");
    const people = [place.memberId, place.neighbourId, place.stranger.id];
    for (const memberId of people) {
      for (const viewerId of [...people, here.staff.marketer.staffId, here.staff.finance.staffId]) {
        const { apiBody } = await simulateSight(here.as("owner"), { memberId, viewerId });
        const endpoint = "GET /members/{id}/visibility";
        const answer = await callApi(endpoint, {
          token,
          params: { id: memberId },
          query: { viewer: viewerId },
        });
        expect(apiBody).toBe(answer.text);
      }
    }
  });

  test("of the team as viewer: a marketer sees the end of a number, where it was granted", async () => {
    const { fields } = await explainVisibility(here.as("owner"), {
      memberId: place.neighbourId,
      viewerId: here.staff.marketer.staffId,
    });
    expect(fields.map(({ field, shows }) => `${field} ${shows}`)).toEqual([
      "name all",
      "phone masked",
      "photo all",
      "details tags",
    ]);
  });
});
