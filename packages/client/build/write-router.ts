import ts from '@typescript/typescript6';
import { printType } from './print-type.ts';

const KINDS = { query: 'TRPCQueryProcedure', mutation: 'TRPCMutationProcedure', subscription: 'TRPCSubscriptionProcedure' } as const;

const HEAD = `// Written by the build from the router's own types: what goes into each procedure and what comes out, as JSON, and nothing of the server.
import type {
  inferRouterInputs,
  inferRouterOutputs,
  TRPCBuiltRouter,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
  TRPCSubscriptionProcedure,
} from '@trpc/server';

/** The router's type alone: nothing of the server is ever loaded by a client. */
export type RingfenceRouter = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: RingfenceErrorShape; transformer: false },
  RingfenceProcedures
>;
export type RingfenceInputs = inferRouterInputs<RingfenceRouter>;
export type RingfenceOutputs = inferRouterOutputs<RingfenceRouter>;
`;

/** The text of `ringfence-router.d.ts` for the package: the same types as the source's, written out. */
export function writeRouter(program: ts.Program, probeFile: string): string {
  const checker = program.getTypeChecker();
  const probe = program.getSourceFile(probeFile);
  const module = probe && checker.getSymbolAtLocation(probe);
  if (!module) throw new Error(`${probeFile} is not in the program`);
  const named = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, checker.getTypeOfSymbol(symbol)]));
  const [record, outputs, errorShape] = ['record', 'outputs', 'errorShape'].map((name) => named.get(name));
  if (!record || !outputs || !errorShape) throw new Error(`${probeFile} lacks a name`);
  const nouns = checker.getPropertiesOfType(record).map((noun) => {
    const answers = typeOfProperty(checker, outputs, noun.name);
    const verbs = checker.getPropertiesOfType(checker.getTypeOfSymbol(noun)).map((verb) => writeProcedure(checker, noun, verb, answers));
    return `  ${noun.name}: {\n${verbs.join('')}  };\n`;
  });
  const shape = `/** What every error of the API says. */\nexport type RingfenceErrorShape = ${printType(errorShape, checker, 'error')};\n`;
  return `${HEAD}${shape}\nexport type RingfenceProcedures = {\n${nouns.join('')}};\n`;
}

function writeProcedure(checker: ts.TypeChecker, noun: ts.Symbol, verb: ts.Symbol, answers: ts.Type): string {
  const path = `${noun.name}.${verb.name}`;
  const definition = typeOfProperty(checker, checker.getTypeOfSymbol(verb), '_def');
  const kind = typeOfProperty(checker, definition, 'type');
  if (!kind.isStringLiteral() || !isKind(kind.value)) throw new Error(`${path} is no procedure`);
  const input = typeOfProperty(checker, typeOfProperty(checker, definition, '$types'), 'input');
  const output = typeOfProperty(checker, answers, verb.name);
  const docs = ts.displayPartsToString(verb.getDocumentationComment(checker));
  const says = docs ? `    /** ${docs} */\n` : '';
  return `${says}    ${verb.name}: ${KINDS[kind.value]}<{ meta: object; input: ${printType(input, checker, `${path} in`)}; output: ${printType(output, checker, `${path} out`)} }>;\n`;
}

function isKind(text: string): text is keyof typeof KINDS {
  return Object.hasOwn(KINDS, text);
}

function typeOfProperty(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type {
  const property = checker.getPropertyOfType(type, name);
  if (!property) throw new Error(`${checker.typeToString(type)} has no ${name}`);
  return checker.getTypeOfSymbol(property);
}
