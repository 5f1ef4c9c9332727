import { createCommunity } from "@/lib/communities/commands/create-community";
import { addGroupMembers } from "@/lib/groups/commands/add-group-members";
import { createGroup } from "@/lib/groups/commands/create-group";
import type { TenantContext } from "@/lib/platform/context";
import { platformClient } from "@/lib/platform/db/clients";
import { newId } from "@/lib/shared/ids";
import { aMember, type Neighbour } from "../../support/world";

/** A community with two groups and its people, made by the commands; everything else is made when a row asks for it. */
export type Place = {
  here: Neighbour;
  /** The owner of the tenant, by the clock that the API goes by. */
  owner: TenantContext;
  communityId: string;
  /** The room of `memberId`, who has a login, and of `neighbourId`. */
  groupId: string;
  /** Another room of the same community, where the stranger is alone with the owner. */
  strangersGroupId: string;
  memberId: string;
  memberUserId: string;
  neighbourId: string;
  stranger: { id: string; name: string; phone: string; email: string };
  /** Somebody of the tenant who is in no community, each time another. */
  newcomer(): Promise<string>;
  /** A part of the place, made once: `place.once("invite", () => createInvite(…))`. */
  once<T>(part: string, make: () => Promise<T>): Promise<T>;
};

let counter = 0;

/** A new place. Granted: the marketer and the agent of the tenant may work in it (R2). */
export async function aPlace(here: Neighbour, { granted }: { granted: boolean }): Promise<Place> {
  const ctx = { ...here.as("owner"), now: new Date() };
  const number = ++counter;
  const { id: communityId } = await createCommunity(ctx, { name: `Vila ${number}` });
  const { id: groupId } = await createGroup(ctx, { communityId, name: `Sala ${number}` });
  const { id: strangersGroupId } = await createGroup(ctx, { communityId, name: `Varanda ${number}` });
  const stranger = aStranger(number);
  const memberUserId = newId();
  await platformClient().user.create({
    data: { id: memberUserId, email: `vizinha${number}@${here.slug}.example`, name: "Vizinha" },
  });
  const memberId = await aMember(here.tenantId, { name: `Vizinha ${number}` });
  await ctx.db.member.updateMany({ where: { id: memberId }, data: { userId: memberUserId } });
  const neighbourId = await aMember(here.tenantId, { name: `Ao Lado ${number}` });
  const strangerId = await aMember(here.tenantId, stranger);
  await addGroupMembers(ctx, { groupId, memberIds: [memberId, neighbourId] });
  await addGroupMembers(ctx, { groupId: strangersGroupId, memberIds: [strangerId] });
  if (granted) await grant(here, communityId);
  const people = { memberId, memberUserId, neighbourId, stranger: { ...stranger, id: strangerId } };
  return {
    here,
    owner: ctx,
    communityId,
    groupId,
    strangersGroupId,
    ...people,
    once: memory(),
    newcomer: () => aMember(here.tenantId),
  };
}

/** What somebody of the place does by themself. */
export function asMember({ here, owner }: Place, memberId: string): TenantContext {
  return { ...here.as({ memberId }), now: owner.now };
}

function aStranger(number: number) {
  const digits = String(number).padStart(4, "0");
  return {
    name: `Zuleica Escondida${number}`,
    phone: `+5511955${digits}77`,
    email: `escondida${number}@longe.example`,
  };
}

async function grant(here: Neighbour, communityId: string): Promise<void> {
  const data = [here.staff.marketer, here.staff.agent].map(({ staffId }) => ({ staffId, communityId }));
  await here.as("owner").db.staffGrant.createMany({ data });
}

/** Parts of a place, each made once. */
export function memory(): Place["once"] {
  const made = new Map<string, Promise<unknown>>();
  return <T>(part: string, make: () => Promise<T>): Promise<T> => {
    const known = made.get(part) ?? make();
    made.set(part, known);
    return known as Promise<T>;
  };
}
