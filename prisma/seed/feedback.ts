import { commentFeedback } from "@/lib/feedback/commands/comment-feedback";
import { mergeFeedback } from "@/lib/feedback/commands/merge-feedback";
import { sendFeedback } from "@/lib/feedback/commands/send-feedback";
import { updateFeedback } from "@/lib/feedback/commands/update-feedback";
import { voteForFeedback } from "@/lib/feedback/commands/vote-feedback";
import type { UpdateFeedbackFields } from "@/lib/feedback/schema";
import { createForm } from "@/lib/feedback-forms/commands/create-form";
import type { TenantContext } from "@/lib/platform/context";
import type { BuiltHouse } from "./rooms";

const DAY_MS = 24 * 60 * 60 * 1_000;

type Voice = {
  author: number;
  kind: "suggestion" | "complaint" | "praise" | "question";
  title: string;
  body: string;
  daysAgo: number;
  /** Would recommend, 0 to 10. */
  score?: number;
  votes?: number;
  path?: NonNullable<UpdateFeedbackFields["status"]>[];
  reason?: string;
  answer?: string;
};

const VOICES: Voice[] = [
  {
    author: 6,
    kind: "suggestion",
    title: "Bebedouro no portão 3",
    body: "No calor, quem chega antes das 6h30 não acha água aberta. Dá para combinar com a banca?",
    daysAgo: 40,
    score: 9,
    votes: 37,
    path: ["triaged", "planned", "in_progress", "done"],
    answer: "Combinado: a banca abre às 6h aos domingos, a partir deste mês.",
  },
  {
    author: 7,
    kind: "complaint",
    title: "Aviso de cancelamento chegou tarde",
    body: "No dia da chuva eu já estava no ônibus quando li.",
    daysAgo: 33,
    score: 4,
    votes: 12,
    path: ["triaged", "done"],
    answer: "Você tem razão. Agora decidimos até as 5h e o aviso sai na mesma hora.",
  },
  {
    author: 8,
    kind: "praise",
    title: "A Cecília é demais",
    body: "Ela voltou dois quilômetros para me acompanhar no meu primeiro longão.",
    daysAgo: 28,
    score: 10,
    votes: 51,
    path: ["triaged", "done"],
    answer: "Lemos para ela no café. Obrigada por contar!",
  },
  {
    author: 9,
    kind: "suggestion",
    title: "Treino à noite às quintas",
    body: "Trabalho de manhã e só consigo depois das 20h.",
    daysAgo: 24,
    score: 9,
    votes: 64,
    path: ["triaged", "planned"],
    answer: "Vamos testar em janeiro, com pista iluminada.",
  },
  {
    author: 10,
    kind: "question",
    title: "Posso levar minha filha de 13 anos?",
    body: "",
    daysAgo: 21,
    score: 8,
    path: ["triaged", "done"],
    answer: "Pode, nos treinos de até 5 km e com você junto.",
  },
  {
    author: 11,
    kind: "suggestion",
    title: "Desconto na segunda inscrição da família",
    body: "",
    daysAgo: 18,
    score: 6,
    votes: 23,
    path: ["triaged", "declined"],
    reason: "Este ano as inscrições já saem no valor de custo. Voltamos a ver em 2027.",
  },
  {
    author: 12,
    kind: "complaint",
    title: "Grupo de compra e venda com propaganda de fora",
    body: "Três mensagens de gente que nem corre com a gente.",
    daysAgo: 12,
    score: 3,
    votes: 9,
    path: ["triaged", "in_progress"],
    answer: "Já removemos as três e vamos revisar quem entrou pelo link antigo.",
  },
  {
    author: 13,
    kind: "suggestion",
    title: "Mapa do percurso em arquivo para o relógio",
    body: "Hoje cada um desenha o seu.",
    daysAgo: 9,
    votes: 41,
    path: ["triaged"],
  },
  {
    author: 14,
    kind: "question",
    title: "Onde troco o tamanho da camiseta?",
    body: "Veio M e eu uso P.",
    daysAgo: 6,
  },
  {
    author: 15,
    kind: "suggestion",
    title: "Treino noturno durante a semana",
    body: "Pode ser terça ou quinta.",
    daysAgo: 5,
    score: 9,
    votes: 4,
  },
  {
    author: 16,
    kind: "praise",
    title: "Voltei a correr depois de dois anos",
    body: "Obrigado pela paciência do grupo Iniciantes. Ontem fiz 7 km sem dor.",
    daysAgo: 3,
    score: 10,
    votes: 28,
  },
  {
    author: 17,
    kind: "complaint",
    title: "Guarda-volumes fechou antes do fim",
    body: "Quem fez 18 km ficou sem a mochila até as 10h.",
    daysAgo: 2,
    score: 5,
    votes: 6,
  },
  { author: 18, kind: "question", title: "Tem ônibus para a corrida de dezembro?", body: "", daysAgo: 1 },
];

/** Feedback in every state, with answers, votes, one merged into another, and some that waits too long. */
export async function seedFeedback(
  ctx: TenantContext,
  house: BuiltHouse,
  memberIds: readonly string[],
): Promise<void> {
  const ids: string[] = [];
  for (const voice of VOICES) ids.push(await hear(ctx, voice, { house, memberIds }));
  await createForm(ctx, { name: "Balcão da largada", communityId: house.communityId });
  const [night, again] = [ids[3], ids[9]];
  if (night && again) await mergeFeedback(ctx, { feedbackId: again, into: night });
}

async function hear(
  ctx: TenantContext,
  voice: Voice,
  village: { house: BuiltHouse; memberIds: readonly string[] },
): Promise<string> {
  const at = (day: number): TenantContext => ({ ...ctx, now: new Date(ctx.now.getTime() - day * DAY_MS) });
  const { kind, title, body } = voice;
  const memberId = village.memberIds[voice.author] ?? "";
  const { id } = await sendFeedback(at(voice.daysAgo), {
    kind,
    title,
    body,
    memberId,
    communityId: village.house.communityId,
    shared: kind === "suggestion",
    score: voice.score ?? null,
  });
  const voters = village.memberIds.slice(40, 40 + (voice.votes ?? 0));
  for (const voterId of voters) await voteForFeedback(ctx, { feedbackId: id, memberId: voterId });
  let day = voice.daysAgo;
  for (const status of voice.path ?? []) {
    day = Math.max(0.2, day * 0.7);
    await updateFeedback(at(day), {
      feedbackId: id,
      status,
      ...(status === "declined" ? { reason: voice.reason ?? "" } : {}),
    });
  }
  const last = voice.path?.at(-1);
  if (last === "done" || last === "declined")
    await knowBeforehand(at(day), { feedbackId: id, status: last, people: [memberId, ...voters] });
  if (voice.answer) await commentFeedback(at(day), { feedbackId: id, body: voice.answer });
  return id;
}

type Ended = { feedbackId: string; status: "done" | "declined"; people: readonly string[] };

/** What ended long ago everybody has heard: the job finds nobody to tell, and no hundred mails lie in the outbox. */
async function knowBeforehand(ctx: TenantContext, { feedbackId, status, people }: Ended): Promise<void> {
  const told = { feedbackId, status, round: 1, viaId: feedbackId, toldAt: ctx.now, seenAt: ctx.now };
  await ctx.db.feedbackOutcome.createMany({
    data: people.map((memberId, place) => ({
      ...told,
      memberId,
      ...(status === "done" && place % 3 < 2 && { solved: place % 11 !== 10, answeredAt: ctx.now }),
    })),
  });
}
