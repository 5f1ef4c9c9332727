import "server-only";
import { headlineOf } from "@/lib/announcements/format/headline";
import { findStanding } from "@/lib/communities/queries/find-standing";
import { shownShare, smallCount } from "@/lib/delivery/small-count-rules";
import type { TenantContext } from "@/lib/platform/context";
import { authorize } from "@/lib/shared/decision";
import { findTimezone } from "@/lib/tenants/queries/find-timezone";
import { countFlow, countLost, countSendings, type FlowCounts, type SentCounts } from "../flow-sql";
import { canSeeHealth } from "../policy";
import { before, bestHour, type Period, ratioOf, stepsOf, type Window, windowOf } from "../rules";
import { countNewcomers, countTalk, type NewcomerCounts, type TalkCounts } from "../talk-sql";
import type { Health } from "../types";

type Counts = {
  window: Window;
  talk: TalkCounts;
  newcomers: NewcomerCounts[];
  flow: FlowCounts[];
  lost: number;
  sent: SentCounts[];
};

/**
 * How a community is doing: its eight traits over the last days, beside as many days before. Fewer than five are never told (P12).
 * @throws Refusal `not_found`, `not_allowed`, `not_granted`
 */
export async function getHealth(
  ctx: TenantContext,
  { communityId, days }: { communityId: string; days: Period },
): Promise<Health> {
  authorize(canSeeHealth(ctx.actor, await findStanding(ctx, communityId)));
  const zone = await findTimezone(ctx);
  const window = windowOf(ctx.now, days);
  const [size, now, earlier] = await Promise.all([
    ctx.db.communityMember.count({ where: { communityId } }),
    countsOf(ctx, { communityId, window, zone }),
    countsOf(ctx, { communityId, window: before(window), zone }),
  ]);
  const { joined, left } = sumOf(now.flow);
  const sizeBefore = size - joined + left;
  return {
    communityId,
    days,
    from: window.from.toISOString(),
    to: window.to.toISOString(),
    participation: participationOf(now, earlier, { size, sizeBefore }),
    replies: repliesOf(now, earlier),
    newcomers: newcomersOf(now, earlier),
    voices: voicesOf(now.talk, earlier.talk),
    growth: growthOf(now, earlier),
    staying: stayingOf(now, earlier, { size, sizeBefore }),
    hours: hoursOf(now.talk),
    reading: readingOf(now.sent, earlier.sent),
  };
}

async function countsOf(
  { db }: TenantContext,
  asked: { communityId: string; window: Window; zone: string },
): Promise<Counts> {
  const [talk, newcomers, flow, lost, sent] = await Promise.all([
    countTalk(db, asked),
    countNewcomers(db, asked),
    countFlow(db, asked),
    countLost(db, asked),
    countSendings(db, asked),
  ]);
  return { window: asked.window, talk, newcomers, flow, lost, sent };
}

/** One entry for each step of a window, also for those of which nothing was counted. */
function stepped<Row extends { step: number }, Shown>(
  window: Window,
  rows: readonly Row[],
  show: (row: Row | undefined, step: number) => Shown,
): (Shown & { from: string })[] {
  return stepsOf(window).map((from, step) => ({
    from: from.toISOString(),
    ...show(
      rows.find((row) => row.step === step),
      step,
    ),
  }));
}

type Sizes = { size: number; sizeBefore: number };

function participationOf(now: Counts, earlier: Counts, { size, sizeBefore }: Sizes): Health["participation"] {
  const steps = stepped(now.window, now.talk.steps, (row) => ({ people: smallCount(row?.people ?? 0) }));
  const past = { part: Math.min(earlier.talk.people, sizeBefore), whole: sizeBefore };
  return { ...ratioOf({ part: now.talk.membersWhoWrote, whole: size }, past), steps };
}

function repliesOf(now: Counts, earlier: Counts): Health["replies"] {
  const steps = stepped(now.window, now.talk.steps, (row) => ({
    answered: smallCount(row?.answered ?? 0),
    unanswered: smallCount((row?.messages ?? 0) - (row?.answered ?? 0)),
  }));
  const counted = ({ talk: { answered, messages } }: Counts) => ({ part: answered, whole: messages });
  return { ...ratioOf(counted(now), counted(earlier)), steps };
}

function newcomersOf(now: Counts, earlier: Counts): Health["newcomers"] {
  const steps = stepped(now.window, now.newcomers, (row) => ({
    answered: smallCount(row?.answered ?? 0),
    unanswered: smallCount(row?.unanswered ?? 0),
  }));
  const counted = ({ newcomers }: Counts) => {
    const part = newcomers.reduce((sum, { answered }) => sum + answered, 0);
    return { part, whole: newcomers.reduce((sum, { unanswered }) => sum + unanswered, part) };
  };
  return { ...ratioOf(counted(now), counted(earlier)), steps };
}

function voicesOf(now: TalkCounts, earlier: TalkCounts): Health["voices"] {
  const counted = ({ inSeveralGroups, people }: TalkCounts) => ({ part: inSeveralGroups, whole: people });
  const groups = now.groups.map((group) => ({ ...group, people: smallCount(group.people) }));
  return { ...ratioOf(counted(now), counted(earlier)), groups };
}

function sumOf(flow: readonly FlowCounts[]): { joined: number; left: number } {
  return {
    joined: flow.reduce((sum, { joined }) => sum + joined, 0),
    left: flow.reduce((sum, { left }) => sum + left, 0),
  };
}

function growthOf(now: Counts, earlier: Counts): Health["growth"] {
  const [sum, past] = [sumOf(now.flow), sumOf(earlier.flow)];
  return {
    joined: smallCount(sum.joined),
    left: smallCount(sum.left),
    joinedBefore: smallCount(past.joined),
    leftBefore: smallCount(past.left),
    steps: stepped(now.window, now.flow, (row) => ({
      joined: smallCount(row?.joined ?? 0),
      left: smallCount(row?.left ?? 0),
    })),
  };
}

function stayingOf(now: Counts, earlier: Counts, { size, sizeBefore }: Sizes): Health["staying"] {
  const past = sumOf(earlier.flow);
  const sizeEarlier = sizeBefore - past.joined + past.left;
  // At the end of each step: what there is now, less what came later, and with what went later.
  const steps = stepped(now.window, now.flow, (_, step) => {
    const later = sumOf(now.flow.filter((row) => row.step > step));
    return { people: smallCount(size - later.joined + later.left) };
  });
  const stayed = (whole: number, lost: number) => ({ part: Math.max(0, whole - lost), whole });
  return { ...ratioOf(stayed(sizeBefore, now.lost), stayed(sizeEarlier, earlier.lost)), steps };
}

function hoursOf({ messages, hours }: TalkCounts): Health["hours"] {
  const cells = hours.map(({ weekday, hour, count }) => ({ weekday, hour, messages: smallCount(count) }));
  return { messages: smallCount(messages), cells, best: bestHour(hours) };
}

function readingOf(now: readonly SentCounts[], earlier: readonly SentCounts[]): Health["reading"] {
  const counted = (sent: readonly SentCounts[]) => ({
    part: sent.reduce((sum, { read }) => sum + read, 0),
    whole: sent.reduce((sum, { arrived }) => sum + arrived, 0),
  });
  const sendings = now.map(({ body, dueAt, read, arrived, ...ids }) => ({
    ...ids,
    dueAt: dueAt.toISOString(),
    title: headlineOf(body),
    read: smallCount(read),
    arrived: smallCount(arrived),
    share: shownShare(read, arrived),
  }));
  return { ...ratioOf(counted(now), counted(earlier)), sendings };
}
