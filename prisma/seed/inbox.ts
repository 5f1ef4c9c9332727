import { answerConversation } from "@/lib/inbox/commands/answer";
import { changeConversation } from "@/lib/inbox/commands/change-conversations";
import { addLabel, addSavedReply } from "@/lib/inbox/commands/keep-words";
import { unsafeTakeMessage } from "@/lib/inbox/commands/take-message";
import type { InboxChannel } from "@/lib/inbox/types";
import { inTransaction, type TenantContext } from "@/lib/platform/context";
import { newId } from "@/lib/shared/ids";
import { openWindow } from "@/lib/whatsapp/commands/count-windows";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Line = { by: "person" | "team" | "note"; words: string; hoursAgo: number };
type Talk = {
  author: number;
  channel: InboxChannel;
  lines: Line[];
  label?: string;
  isClosed?: true;
  task?: string;
};

const LABELS = ["Kit e camiseta", "Pagamento", "Treinos", "Elogio"];

const REPLIES = [
  {
    shortcut: "kit",
    body: "Oi, {{first_name|tudo bem}}! A retirada do kit é no sábado, das 9h às 18h, na loja. Leve um documento com foto.",
  },
  {
    shortcut: "chuva",
    body: "{{first_name|Oi}}, decidimos até as 5h se o treino sai. O aviso chega por aqui na mesma hora.",
  },
  { shortcut: "obrigada", body: "Que bom ler isso, {{first_name|obrigada}}! Vou contar para a equipe." },
];

const TALKS: Talk[] = [
  {
    author: 20,
    channel: "portal",
    label: "Kit e camiseta",
    lines: [{ by: "person", words: "Oi! Posso trocar minha camiseta de M para G ainda?", hoursAgo: 2 }],
  },
  {
    author: 21,
    channel: "whatsapp",
    label: "Treinos",
    lines: [
      { by: "person", words: "Bom dia, o treino de quinta é na pista ou no parque?", hoursAgo: 1 },
      { by: "person", words: "E precisa levar água?", hoursAgo: 0.9 },
    ],
  },
  {
    author: 22,
    channel: "portal",
    label: "Pagamento",
    task: "Conferir o segundo pagamento com o banco",
    lines: [
      { by: "person", words: "Paguei a inscrição duas vezes sem querer. Vocês devolvem?", hoursAgo: 30 },
      { by: "team", words: "Vimos aqui, sim. Devolvemos em até dois dias úteis.", hoursAgo: 28 },
      { by: "note", words: "O segundo Pix entrou às 14h02. Pedi a devolução ao financeiro.", hoursAgo: 27.5 },
      { by: "person", words: "Obrigada! Fico no aguardo.", hoursAgo: 3 },
    ],
  },
  {
    author: 23,
    channel: "portal",
    lines: [{ by: "person", words: "Meu filho de 15 anos pode correr os 5 km?", hoursAgo: 76 }],
  },
  {
    author: 24,
    channel: "portal",
    label: "Elogio",
    isClosed: true,
    lines: [
      { by: "person", words: "A largada foi linda. Parabéns a todo mundo!", hoursAgo: 52 },
      { by: "team", words: "Que bom ler isso! Vamos contar para a equipe.", hoursAgo: 50 },
    ],
  },
];

/** What people wrote to the house: some waits, some was answered, one thing is still to be done. */
export async function seedInbox(ctx: TenantContext, memberIds: readonly string[]): Promise<void> {
  const labels = new Map<string, string>();
  for (const name of LABELS) labels.set(name, (await addLabel(ctx, { name })).id);
  for (const reply of REPLIES) await addSavedReply(ctx, reply);
  for (const talk of TALKS) await seedTalk(ctx, talk, { memberId: memberIds[talk.author] ?? "", labels });
}

type About = { memberId: string; labels: ReadonlyMap<string, string> };

async function seedTalk(ctx: TenantContext, talk: Talk, { memberId, labels }: About): Promise<void> {
  let conversationId = "";
  for (const line of talk.lines) conversationId = await say(ctx, talk, line, { memberId, conversationId });
  const labelId = labels.get(talk.label ?? "");
  await changeConversation(ctx, {
    conversationId,
    ...(labelId && { labelIds: [labelId] }),
    ...(talk.isClosed && { status: "closed" }),
    ...(talk.task && {
      task: { title: talk.task, dueAt: new Date(ctx.now.getTime() + DAY_MS).toISOString() },
    }),
  });
}

async function say(
  ctx: TenantContext,
  { channel }: Talk,
  { by, words: body, hoursAgo }: Line,
  { memberId, conversationId }: { memberId: string; conversationId: string },
): Promise<string> {
  const now = new Date(ctx.now.getTime() - hoursAgo * HOUR_MS);
  const then = { ...ctx, now };
  if (by === "person") {
    if (channel === "whatsapp") await openWindow(ctx.db, memberId, now);
    const message = { memberId, channel, body, key: newId(), at: now };
    return await inTransaction(then, (tx) => unsafeTakeMessage(tx, message));
  }
  await answerConversation(then, { conversationId, body, note: by === "note", close: false });
  return conversationId;
}
