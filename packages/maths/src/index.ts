export { answerTests, check, type PupilSettings, type Question, type Syntax } from './answers/index.ts'
