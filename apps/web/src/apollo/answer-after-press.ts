import { ApolloLink } from "@apollo/client";
import { concatMap } from "rxjs";
import { afterPress } from "../ui/pointer";

/** What an answer adds to a page moves what stands beneath: one that arrives while a button is pressed waits until it was released. */
export const answerAfterPress = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    concatMap((result) => new Promise<typeof result>((resolve) => afterPress(() => resolve(result)))),
  ),
);
