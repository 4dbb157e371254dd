export { answerTests, check, type Question, type Syntax } from './answers/index.ts'
export {
  type Count,
  chooseVariants,
  type DrawProblem,
  draw,
  drawSentence,
  type FilledText,
  type FillStyle,
  fill,
  fillText,
  type Preparation,
  type Prepared,
  prepare,
  type Values,
  type Variant,
  variant,
} from './draw/index.ts'
export { reasonSentence, reasonTexts } from './words/index.ts'
