import type { EmpathyMap } from './map.js'

const HOW_DOES_IT_FEEL = 'How does it feel to be {a persona}?'

const PAINS = [
  ...['pain', 'pain point', 'pain points', 'frustrations', 'fears', 'obstacles', 'challenges'],
  ...['schmerzen', 'frust', 'probleme', 'hindernisse', 'douleurs', 'problèmes', 'freins'],
  ...['dolores', 'frustraciones', 'problemas', 'ペイン', '悩み', '課題', '不満', '痛み'],
]

const GAINS = [
  ...['gain', 'goals', 'wants', 'needs', 'wants & needs', 'benefits', 'joys'],
  ...['gewinne', 'nutzen', 'ziele', 'wünsche', 'bénéfices', 'objectifs', 'envies'],
  ...['beneficios', 'ganancias', 'objetivos', 'deseos', 'ゲイン', '得られるもの', '喜び', '目標'],
]

const gainsTasksPains: EmpathyMap = {
  name: 'gains-tasks-pains',
  persona: HOW_DOES_IT_FEEL,
  quadrants: [
    {
      name: 'Gains',
      aliases: GAINS,
      question: 'What gets {a persona} out of bed in the morning?',
      lens: 'what motivates and rewards the persona',
    },
    {
      name: 'Tasks',
      aliases: [
        ...['task', 'jobs', 'job', 'jobs to be done', 'customer jobs', 'do', 'activities'],
        ...['aufgaben', 'tätigkeiten', 'tâches', 'activités', 'tareas', 'trabajos', 'actividades'],
        ...['タスク', '仕事', '作業', '業務'],
      ],
      question: 'What are the things {a persona} does over the course of the day?',
      lens: 'what the persona spends the day doing',
    },
    {
      name: 'Pains',
      aliases: PAINS,
      question: 'What makes it hard for {a persona} to do their work?',
      lens: 'what stands in the way of the persona and what it costs them',
    },
  ],
}

const saysThinksDoesFeels: EmpathyMap = {
  name: 'says-thinks-does-feels',
  persona: HOW_DOES_IT_FEEL,
  quadrants: [
    {
      name: 'Says',
      aliases: ['say', 'sagt', 'dit', 'dice', '言う', '発言'],
      question: 'What does {a persona} say?',
      lens: 'what the persona says aloud',
    },
    {
      name: 'Thinks',
      aliases: ['think', 'denkt', 'pense', 'piensa', '考える', '思考'],
      question: 'What does {a persona} think?',
      lens: 'what occupies the persona, said or unsaid',
    },
    {
      name: 'Does',
      aliases: ['do', 'tut', 'macht', 'fait', 'hace', '行動', 'する'],
      question: 'What does {a persona} do?',
      lens: 'what the persona can be seen doing',
    },
    {
      name: 'Feels',
      aliases: ['feel', 'feelings', 'fühlt', 'ressent', 'siente', '感じる', '感情'],
      question: 'What does {a persona} feel?',
      lens: 'the emotions of the persona and what causes them',
    },
  ],
}

const canvas: EmpathyMap = {
  name: 'canvas',
  persona: HOW_DOES_IT_FEEL,
  quadrants: [
    {
      name: 'Think & Feel',
      aliases: ['thinks & feels', 'thinkandfeel', 'denken & fühlen', 'pense et ressent', 'piensa y siente'],
      question: 'What does {a persona} think and feel?',
      lens: 'worries, hopes and what really counts for the persona',
    },
    {
      name: 'Hear',
      aliases: ['hears', 'hören', 'hört', 'entend', 'oye', '聞く', '聞いていること'],
      question: 'What does {a persona} hear?',
      lens: 'what others say to the persona and about their work',
    },
    {
      name: 'See',
      aliases: ['sees', 'sehen', 'sieht', 'voit', 've', '見る', '見ているもの'],
      question: 'What does {a persona} see?',
      lens: 'what the persona meets in their surroundings',
    },
    {
      name: 'Say & Do',
      aliases: ['says & does', 'sayanddo', 'sagen & tun', 'dit et fait', 'dice y hace', '言動'],
      question: 'What does {a persona} say and do?',
      lens: 'how the persona speaks and acts in front of others',
    },
    {
      name: 'Pains',
      aliases: PAINS,
      question: 'What makes it hard for {a persona}?',
      lens: 'fears, frustrations, obstacles',
    },
    {
      name: 'Gains',
      aliases: GAINS,
      question: 'What does {a persona} hope to gain?',
      lens: 'wants, needs, measures of success',
    },
  ],
}

/** The maps that come with the program; the first is preferred where several match alike. */
export const PRESETS: readonly EmpathyMap[] = [gainsTasksPains, saysThinksDoesFeels, canvas]
