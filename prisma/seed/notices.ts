import type { CreateAnnouncementInput } from "@/lib/announcements/schema";
import type { BlockContent } from "@/lib/blocks/schema";
import type { SeedPicture } from "./pictures";

/** An announcement of the demo village: `daysAgo` negative lies ahead, null is a draft. Sent at `hour` in São Paulo. */
export type Notice = {
  house: number;
  rooms?: number[];
  kind: CreateAnnouncementInput["kind"];
  daysAgo: number | null;
  hour: string;
  body: string;
  /** Share of the people who have read it by now. */
  read: number;
  /** What it asks; two in three of those who read it have answered. `day` is that of the sending. */
  block?: (day: string) => BlockContent;
  pictures?: SeedPicture[];
};

/** The date so many days after another, both as `YYYY-MM-DD`. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const NOTICES: Notice[] = [
  {
    house: 0,
    kind: "event",
    daysAgo: 84,
    hour: "18:00",
    read: 0.86,
    body: "*Festa de um ano do Corre Vila* 🎉\n\nOi, {{first_name|vizinho}}! No sábado, dia 5, tem treino leve de 6 km e bolo depois, na praça.\n\n- 7h: aquecimento\n- 7h30: saída\n- 9h: bolo e fotos\n\nTraga sua caneca.",
  },
  {
    house: 1,
    kind: "content",
    daysAgo: 77,
    hour: "07:00",
    read: 0.81,
    body: "*Planilha de setembro no ar*\n\nO mês é de base: volume sobe 10 %, intensidade fica. Dúvidas no _Plantão_.",
  },
  {
    house: 0,
    rooms: [2],
    kind: "reminder",
    daysAgo: 70,
    hour: "19:30",
    read: 0.9,
    body: "Pessoal da maratona: *simulado de 28 km no domingo*, saída às 5h30 do portão 3. Leve documento e gel.",
  },
  {
    house: 0,
    kind: "promotion",
    daysAgo: 61,
    hour: "12:00",
    read: 0.64,
    body: "*Semana do teste de pisada* na loja Aurora\n\nDe segunda a sexta, das 10h às 20h, de graça para quem é do Corre Vila. Saia sabendo qual tênis é o seu.",
  },
  {
    house: 1,
    rooms: [1],
    kind: "content",
    daysAgo: 54,
    hour: "18:00",
    read: 0.83,
    body: "Meia maratona: faltam *6 semanas*. Nesta entram os tiros de 1 km. Aqueça 15 minutos, por favor.",
  },
  {
    house: 0,
    kind: "other",
    daysAgo: 47,
    hour: "08:15",
    read: 0.88,
    body: "Por causa da chuva, o treino de hoje *muda para a pista coberta*. Mesmo horário, portão 7.",
  },
  {
    house: 1,
    kind: "launch",
    daysAgo: 40,
    hour: "18:00",
    read: 0.79,
    body: "*Novo grupo: Fortalecimento* 💪\n\nForça e mobilidade, duas vezes por semana, com a Renata. Entre pela aba Grupos.",
  },
  {
    house: 0,
    kind: "content",
    daysAgo: 33,
    hour: "18:00",
    read: 0.77,
    body: "*Guia do longão*\n\n1. Durma bem na véspera\n2. Café 40 minutos antes\n3. Água a cada 30 minutos\n4. Termine querendo mais\n\n> Quem chega inteiro volta na semana seguinte.",
  },
  {
    house: 0,
    rooms: [3],
    kind: "event",
    daysAgo: 26,
    hour: "12:00",
    read: 0.72,
    body: "Bate-papo com a nutricionista Lívia na quinta, às 20h. Assunto: *o que comer antes das 6h da manhã*.",
  },
  {
    house: 1,
    kind: "reminder",
    daysAgo: 19,
    hour: "07:00",
    read: 0.85,
    body: "Renovação da assessoria até sexta. Quem renova agora mantém o valor de {{name|2025}}.",
  },
  {
    house: 0,
    kind: "event",
    daysAgo: 12,
    hour: "18:00",
    read: 0.82,
    body: "*Treinão aberto no domingo* 🏃‍♀️\n\nTraga alguém que nunca correu. Tem caminhada de 3 km e corrida de 5, 8 e 12 km.",
  },
  {
    house: 0,
    kind: "content",
    daysAgo: 5,
    hour: "18:00",
    read: 0.71,
    pictures: ["runners", "dawn"],
    body: "*Fotos do treinão* estão na loja e no mural. Obrigado a quem trouxe gente nova: foram 214 pessoas!",
  },
  {
    house: 1,
    kind: "content",
    daysAgo: 2,
    hour: "07:00",
    read: 0.58,
    body: "Planilha da semana: quarta é tiro curto, *sexta é descanso de verdade*. Bons treinos!",
    block: () => ({
      kind: "poll",
      question: "A partir de dezembro, que horário é melhor na quarta?",
      options: ["6h30", "12h15", "19h00", "20h30"],
      multiple: false,
    }),
  },
  {
    house: 0,
    kind: "event",
    daysAgo: -3,
    hour: "18:00",
    read: 0,
    pictures: ["dawn"],
    body: "*Treino longo de domingo* 🏃🏽\n\nOi, {{first_name|vizinho}}! Nos vemos às _6h30_ no portão 3 do Ibirapuera.\n\n- 8 km leve\n- 16 km progressivo\n\nTraga ~desculpas~ água.",
    block: (day) => ({
      kind: "event",
      title: "Treino longo no Ibirapuera",
      startsAt: `${dayAfter(day, 2)}T06:30`,
      endsAt: `${dayAfter(day, 2)}T09:00`,
      timezone: "America/Sao_Paulo",
      place: "Parque Ibirapuera, portão 3",
      seats: 300,
      remindHours: [12],
    }),
  },
  {
    house: 1,
    kind: "reminder",
    daysAgo: -6,
    hour: "07:00",
    read: 0,
    body: "Último dia para retirar o *kit da corrida* na loja, até as 20h. Leve documento com foto.",
  },
  {
    house: 0,
    kind: "launch",
    daysAgo: -16,
    hour: "12:00",
    read: 0,
    body: "*Calendário do primeiro semestre*: doze provas, três viagens e um acampamento. Abre amanhã às 12h.",
  },
  {
    house: 0,
    kind: "promotion",
    daysAgo: null,
    hour: "12:00",
    read: 0,
    body: "Rascunho: semana de troca de tênis. Conferir os valores com a loja antes de agendar.",
  },
];
