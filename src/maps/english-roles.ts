/** Nouns for what people are to others, the last word of most personas. */
const ROLES = new Set(
  `academic accountant actor agency underwriter administrator admin adviser advisor agent ambassador analyst apprentice architect artist assistant
  associate athlete attendee attendant auditor author baker banker barista beginner bookkeeper boss broker builder buyer candidate
  captain caregiver carer caretaker cashier champion chair chairperson chef chief child citizen cleaner clerk client clinician
  coach coder collector colleague commander commuter consultant consumer contractor contributor controller cook coordinator
  counsellor counselor courier creator customer cyclist dancer dealer dentist designer developer director dispatcher doctor donor
  driver editor educator electrician employee employer engineer entrepreneur evaluator examiner executive expert facilitator
  farmer father firefighter follower founder freelancer friend gardener governor grandparent guard guardian guest guide
  hairdresser head helper hiker host hunter instructor intern interpreter interviewer inventor inspector investor janitor
  journalist judge keeper landlord lawyer lead leader learner lecturer librarian listener maintainer maker manager marketer mechanic
  member mentor merchant midwife minister moderator mother mover musician neighbour neighbor newcomer novice nurse observer
  officer operator organiser organizer owner painter parent participant partner passenger patient pensioner person pharmacist
  photographer physician picker pilot planner player plumber poet policeman policewoman politician porter practitioner president
  principal producer professional professor programmer prospect provider psychologist publisher pupil ranger reader receptionist
  recruiter refugee representative rep reporter requester resident researcher respondent responder retailer reviewer rider
  runner sailor salesperson scientist seller senior server shareholder shopper singer soldier specialist speaker sponsor staffer
  stakeholder steward strategist student subscriber superintendent supervisor supplier surgeon surveyor teacher teammate
  technician teenager tenant tester therapist tourist trader trainee trainer translator traveller traveler treasurer trustee
  tutor user vendor veteran veterinarian vet victim viewer visitor volunteer voter waiter waitress walker warden worker
  workman writer youth adopter admirer collaborator committer decision-maker newbie trainee-teacher team crew pro influencer
  strategist technologist economist chemist physicist biologist statistician mathematician electrician dietitian`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Those who come for something and not to work. */
const GUESTS = new Set(
  `adopter adult applicant attendee buyer candidate caregiver child citizen client commuter consumer customer donor fan follower
  friend grandparent guest inhabitant inmate learner listener member neighbour neighbor parent passenger patient
  pedestrian pensioner pupil reader refugee relative requester resident respondent rider shopper student subscriber supporter
  teenager tenant tourist traveller traveler user victim viewer visitor voter youth`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** What stands behind a role: "of sales", "at night". */
export const BEHIND_ROLE = /\s+(?:of|for|in|at|with|on|from|to|without|who|under|over|abroad|turned)\s.*$/i

/** Roles that are surnames too: behind a capital they may be somebody's. */
const SURNAMES =
  /^(?:baker|cook|hunter|keeper|marshal|mason|page|parent|parker|porter|potter|ranger|shepherd|steward|walker|ward)$/
/** A person with a title, several at once, or somebody who is something. */
const NO_ROLE =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|father|mother|sister|brother|saint|st)\.?\s+\S|\s(?:the|and|or|&)\s|[/,]/i

/**
 * Whether a persona is an English noun for a role ("Support engineer", "Nurses", "Head of sales"), so that an article may stand
 * before it. Names ("Anna", "Emma Baker"), labels ("Persona 1: Sabine, 42"), plurals that are not regular or have something
 * behind them ("Sales people", "Nurses at night") and words of other languages are none.
 */
export function isEnglishRole(persona: string): boolean {
  const name = persona.trim()
  if (!/^[A-Za-z][A-Za-z'’/& -]*$/.test(name) || NO_ROLE.test(name)) return false
  const words = wordsOf(name)
  const head = words.at(-1)?.toLowerCase() ?? ''
  if (SURNAMES.test(head) && words.length > 1 && /^[A-Z][a-z]/.test(words.at(-2) ?? '')) return false
  if (ROLES.has(head)) return true
  const isAlone = !BEHIND_ROLE.test(name)
  return (
    (isAlone && [/s$/, /es$/].some((ending) => ending.test(head) && ROLES.has(head.replace(ending, '')))) ||
    (isAlone && /ies$/.test(head) && ROLES.has(head.replace(/ies$/, 'y')))
  )
}

const wordsOf = (name: string): string[] => name.replace(BEHIND_ROLE, '').split(/[\s-]+/)

/** Whether an English role is one of somebody who is served ("Train passenger", "Patients"), so that nobody asks for their work. */
export function isGuest(persona: string): boolean {
  const head = wordsOf(persona.trim()).at(-1)?.toLowerCase() ?? ''
  return GUESTS.has(head) || GUESTS.has(head.replace(/s$/, ''))
}
