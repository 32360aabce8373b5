import { z } from 'zod';
import type { Endpoint } from '../platform/http/contract.ts';
import type { ServerModule } from '../platform/module.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of the whole interface, made from the contracts. */
export function describeInterface(modules: readonly ServerModule[]): Json {
  const paths: Record<string, Json> = {};
  for (const module of modules) {
    for (const { endpoint } of module.routes) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describe(endpoint, module.name) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Lan Tỏa', version: '0.1.0' },
    paths: Object.fromEntries(Object.entries(paths).sort()),
  };
}

function describe(endpoint: Endpoint, tag: string): Json {
  const body = endpoint.body ? schemaOf(endpoint.body) : null;
  const bodyType = endpoint.upload ? 'multipart/form-data' : 'application/json';
  return {
    tags: [tag],
    summary: endpoint.summary,
    security: endpoint.access === 'session' ? [{ session: [] }] : [],
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(body ? { requestBody: { content: { [bodyType]: { schema: body } } } } : {}),
    responses: {
      200:
        endpoint.answers === 'binary'
          ? { description: 'file' }
          : {
              description: 'answer',
              content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
            },
      default: { description: `errors: ${(endpoint.errors ?? []).join(', ') || 'platform errors'}` },
    },
  };
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): Json {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
