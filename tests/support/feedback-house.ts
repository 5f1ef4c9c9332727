import { addCommunityMembers } from "@/lib/communities/commands/add-community-members";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { systemTellOutcome } from "@/lib/feedback/commands/tell-outcome";
import { tellOutcomeName } from "@/lib/feedback/job-names";
import type { SendFeedbackInput } from "@/lib/feedback/schema";
import { systemContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { asOwner } from "./as-owner";
import { queuedMails } from "./mail-queue";
import { aCommunity } from "./village";
import { aMember, aTenant, type Neighbour } from "./world";

/** A community with so many people who have an address, and somebody of another community. */
export async function aHouse(people = 4) {
  const here = await aTenant();
  const communityId = await aCommunity(here);
  const members: string[] = [];
  for (let n = 0; n < people; n += 1)
    members.push(await aMember(here.tenantId, { name: `Pessoa ${n}`, email: `p${n}-${newId()}@x.example` }));
  await addCommunityMembers(here.as("owner"), { communityId, memberIds: members });
  const elsewhere = await aMember(here.tenantId, { name: "De fora" });
  await addCommunityMembers(here.as("owner"), {
    communityId: await aCommunity(here, "Outra"),
    memberIds: [elsewhere],
  });
  const [ana = "", bia = "", caio = "", davi = ""] = members;
  const says = async (memberId: string, title: string, more: Partial<SendFeedbackInput> = {}) => {
    const words = { kind: "suggestion" as const, title, communityId, shared: true, ...more };
    return (await sendFeedback(here.as({ memberId }), words)).id;
  };
  return { here, communityId, members, ana, bia, caio, davi, elsewhere, says };
}

const TAKE = `DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t
  WHERE t.id = j.task_id AND t.identifier = $1 AND j.payload->>'tenantId' = $2 RETURNING j.payload`;

/** Does what the worker would with what is to be told of ends; `times` over, as after a crash. */
export async function tellOutcomes(here: Neighbour, times = 1): Promise<void> {
  const jobs = await asOwner<{ payload: unknown }>(process.env.DATABASE_URL ?? "", TAKE, [
    tellOutcomeName.name,
    here.tenantId,
  ]);
  const ctx = { ...systemContext(here.tenantId, "test"), now: here.as("owner").now };
  for (const { payload } of jobs) {
    const parsed = tellOutcomeName.payload.parse(payload);
    await Promise.all(Array.from({ length: times }, () => systemTellOutcome(ctx, parsed)));
  }
}

/** The subjects of the mails that wait, with whom they are for. */
export async function lettersOf(here: Neighbour): Promise<string[]> {
  const mails = await queuedMails(here.tenantId);
  return mails.map(({ to, subject }) => `${to.split("-")[0]} ${subject}`);
}
