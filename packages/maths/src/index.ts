export { answerTests, check, type Question, type Syntax } from './answers/index.ts'
