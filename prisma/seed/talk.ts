import type { RoomPlan } from "./plan";

/** What people say in the rooms: short exchanges, each line the answer to the one before. */
export const TALK: Record<RoomPlan["topic"], string[][]> = {
  beginners: [
    [
      "Oi, gente! Comecei hoje, 2 km entre caminhada e trote. É normal a canela doer?",
      "Bem-vinda! É comum nas primeiras semanas, vai com calma 🙂",
      "Se doer parada, melhor falar com a equipe antes do próximo treino.",
    ],
    [
      "Alguém vai no treino de terça na pista?",
      "Eu vou! Chego 6h10 pra alongar.",
      "Vou também, primeira vez. Onde é a entrada?",
      "Portão 7, perto da banca.",
    ],
    [
      "Corri 5 km sem parar pela primeira vez!!! 37 minutos",
      "Parabéns!!",
      "👏👏👏",
      "Que orgulho, lembro do seu primeiro treino",
    ],
    [
      "Qual tênis vocês indicam pra quem pesa mais de 90 kg?",
      "Testa antes na loja, cada pé é um pé. Eu me dei bem com um de amortecimento alto.",
      "Quarta tem teste de pisada de graça na loja",
    ],
  ],
  longRun: [
    ["Domingo são 16 ou 18 km?", "16 pro grupo azul, 18 pro verde. Saída 6h30 no portão 3.", "Fechado!"],
    ["Vai chover no domingo, mantém?", "Mantém, só cancela com raio ⚡", "Levo a capa então 😅"],
    [
      "Que percurso lindo o de hoje, obrigado a quem marcou a água no km 9",
      "Foi a turma da Cecília, merecem café",
      "☕",
    ],
    ["Perdi uma pulseira de identificação preta hoje, alguém achou?", "Tá comigo! Te levo na terça."],
  ],
  marathon: [
    [
      "Faltam 12 semanas. Quem mais tá com medo dos 30 km?",
      "Eu 🙋‍♀️",
      "Medo é respeito. A planilha leva a gente até lá.",
      "Simulado de 28 no dia 6, depois ficamos mais tranquilos",
    ],
    [
      "Gel de quanto em quanto tempo vocês tomam?",
      "A cada 40 min, testado no treino, nunca novidade na prova",
      "Isso. E água junto.",
    ],
    [
      "Hotel perto da largada ainda tem vaga?",
      "O da rua de trás tem, peguei ontem com café às 4h30",
      "Café às 4h30 é tudo que eu precisava ouvir",
    ],
  ],
  food: [
    [
      "O que comer antes do treino das 6h?",
      "Banana com aveia ou pão com mel, 40 minutos antes. Se não descer nada, meia banana já ajuda.",
      "Obrigada, Lívia!",
    ],
    ["Dá pra treinar em jejum?", "Treino leve e curto, quem já está acostumado. Longão em jejum, não."],
    ["Receita do bolinho de batata-doce de sábado, por favor!", "Vou mandar no aviso da semana 😉"],
  ],
  trail: [
    [
      "Sábado Pico do Lobo, 14 km com 900 m de subida. Saída 5h do posto.",
      "Bora! Tem lugar no meu carro pra 2",
      "Quero um!",
      "Segundo lugar é meu",
    ],
    ["Bastão ajuda mesmo na descida?", "Salva o joelho. Empresto pra testar."],
  ],
  rides: [
    [
      "Saio do Ipiranga 5h50 com 3 lugares",
      "Um pra mim, por favor",
      "E um pra mim!",
      "Sobrou um, quem chegar leva",
    ],
    ["Alguém volta pra Santo André depois do café?", "Eu, às 10h. Te deixo na estação."],
  ],
  market: [
    ["Vendo tênis 39, usado duas vezes, não serviu em mim. Foto no privado.", "Ainda tem?", "Tem!"],
    [
      "Passo inscrição dos 10 km de dezembro, camiseta M, pelo preço do primeiro lote",
      "Me interessa, te chamo",
      "Transferência só até dia 30, corre",
    ],
    ["Procuro relógio com GPS simples, até 600", "Tenho um parado, funciona bem. Te mando foto."],
  ],
  coach: [
    ["Planilha da semana no ar. Quarta é tiro curto, nada de herói 😄", "Ufa", "Anotado, coach!"],
    ["Posso trocar quinta por sexta?", "Pode, só não junta com o longão: deixa um dia no meio."],
    [
      "Dor do lado do joelho depois de 8 km, paro?",
      "Para e me chama no plantão. A gente ajusta antes que vire lesão.",
    ],
    ["Fiz os exercícios de quadril todo dia e a dor sumiu!", "É isso! Constância vence pressa."],
  ],
};
