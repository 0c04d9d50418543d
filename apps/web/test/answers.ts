import { ApolloLink, Observable } from "@apollo/client";
import { GraphQLError } from "graphql";

/** Says itself which variables it expects. */
type Answer = (variables: never) => unknown;

/** Stands in for the server: an answer for each operation by name. What it throws becomes the error of the request. */
export class Answers extends ApolloLink {
  readonly asked: { name: string; variables: Record<string, unknown> }[] = [];

  constructor(private readonly answers: Record<string, Answer>) {
    super();
  }

  override request(operation: ApolloLink.Operation) {
    const name = operation.operationName ?? "";
    const variables = operation.variables;
    this.asked.push({ name, variables });
    return new Observable<ApolloLink.Result>((observer) => {
      const timer = setTimeout(() => {
        try {
          const answer = this.answers[name];
          if (!answer) throw new Error(`The test has no answer for ${name}`);
          observer.next({ data: answer(variables as never) as Record<string, unknown> });
          observer.complete();
        } catch (error) {
          if (!(error instanceof GraphQLError)) return observer.error(error);
          observer.next({ data: null, errors: [error] });
          observer.complete();
        }
      });
      return () => clearTimeout(timer);
    });
  }

  askedFor(name: string) {
    return this.asked.filter((question) => question.name === name).map(({ variables }) => variables);
  }
}

/** A refusal of the whole request, as the server puts it. */
export function refusal(code: string, extensions: Record<string, unknown> = {}) {
  return new GraphQLError(code, { extensions: { code, ...extensions } });
}
