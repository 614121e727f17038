import * as z from 'zod';
import type { Tool } from './tool';

/** The JSON schema of a tool's input, as `contributes.languageModelTools` of package.json holds it: what a caller may leave out is not required. */
export function inputSchemaOf({ input }: Pick<Tool, 'input'>): Readonly<Record<string, unknown>> {
  // Without the name of the dialect: package.json's own schema says it.
  return Object.fromEntries(Object.entries(z.toJSONSchema(input, { io: 'input' })).filter(([key]) => key !== '$schema'));
}
