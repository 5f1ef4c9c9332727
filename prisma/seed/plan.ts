/** What stands in the demo village: rooms with how many people each holds, taken from the community's people in turn. */
export type RoomPlan = {
  name: string;
  description: string;
  emoji: string;
  size: number;
  topic: "beginners" | "longRun" | "marathon" | "food" | "trail" | "rides" | "market" | "coach";
};
export type HousePlan = {
  name: string;
  description: string;
  emoji: string;
  tile: number;
  from: number;
  to: number;
  rooms: RoomPlan[];
};

export const HOUSES: HousePlan[] = [
  {
    name: "Corre Vila",
    description: "Clube de corrida da Vila Mariana. Treinos abertos, gente de todos os ritmos e café depois.",
    emoji: "🏃",
    tile: 2,
    from: 0,
    to: 2_140,
    rooms: [
      {
        name: "Iniciantes",
        description: "Do sofá aos 5 km, sem pressa.",
        emoji: "👟",
        size: 861,
        topic: "beginners",
      },
      {
        name: "Longão de domingo",
        description: "Percursos de 12 a 24 km, saída às 6h30.",
        emoji: "🌅",
        size: 974,
        topic: "longRun",
      },
      {
        name: "Maratona SP",
        description: "Planilha, simulados e viagem.",
        emoji: "🏅",
        size: 1_024,
        topic: "marathon",
      },
      {
        name: "Nutrição",
        description: "Com a Lívia, nutricionista da casa.",
        emoji: "🥑",
        size: 318,
        topic: "food",
      },
      { name: "Trilha", description: "Fim de semana na serra.", emoji: "⛰️", size: 225, topic: "trail" },
      {
        name: "Caronas",
        description: "Quem vai, quem volta, quantos lugares.",
        emoji: "🚗",
        size: 80,
        topic: "rides",
      },
      {
        name: "Compra e venda",
        description: "Tênis, relógios e inscrições.",
        emoji: "🛒",
        size: 412,
        topic: "market",
      },
    ],
  },
  {
    name: "Assessoria Aurora",
    description: "Alunas e alunos da assessoria: planilhas, plantão de dúvidas e avisos de treino.",
    emoji: "⏱️",
    tile: 5,
    from: 1_650,
    to: 3_000,
    rooms: [
      {
        name: "Treino da semana",
        description: "A planilha comentada toda segunda.",
        emoji: "🗓️",
        size: 903,
        topic: "coach",
      },
      {
        name: "Meia maratona",
        description: "Preparação para os 21 km.",
        emoji: "🥈",
        size: 447,
        topic: "marathon",
      },
      {
        name: "Fortalecimento",
        description: "Força, mobilidade e prevenção de lesões.",
        emoji: "💪",
        size: 286,
        topic: "coach",
      },
      {
        name: "Plantão de dúvidas",
        description: "A equipe responde de segunda a sexta.",
        emoji: "🙋",
        size: 640,
        topic: "beginners",
      },
      {
        name: "Corridas de rua",
        description: "Calendário, kits e resultados.",
        emoji: "🎽",
        size: 158,
        topic: "longRun",
      },
    ],
  },
];

export const STAFF = [
  { role: "admin", name: "Rafael Nogueira" },
  { role: "marketer", name: "Bianca Torres" },
  { role: "finance", name: "Sérgio Paiva" },
  { role: "agent", name: "Joana Lima" },
] as const;
