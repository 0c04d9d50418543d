import "reflect-metadata";
import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";

/** Counting stops here: an exact count of a million rows takes longer than the page it is shown on. */
export const countLimit = 10_000;
export const defaultPageSize = 25;
export const maxPageSize = 100;

@ObjectType({ description: "Where a page of a list lies (the Relay cursor connections specification)." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follows: ask with `after: endCursor`." })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: "Whether this page was asked for with `after`, so that there is something before it.",
  })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first edge; null when the page is empty." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last edge; null when the page is empty." })
  endCursor!: string | null;
}

export interface Count {
  count: number;
  exact: boolean;
}

/** What a resolver answers for a connection. `count` is called at most once, and only when the caller asks for it. */
export interface Page<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
  count: () => Promise<Count>;
}

const counted = new WeakMap<Page<unknown>["count"], Promise<Count>>();

function countOnce(count: Page<unknown>["count"]): Promise<Count> {
  const known = counted.get(count) ?? count();
  counted.set(count, known);
  return known;
}

/** The object types `XEdge` and `XConnection` for the object type X. The connection's class is returned. */
export function connectionOf<Node extends object>(node: ClassType<Node>) {
  @ObjectType(`${node.name}Edge`, { description: `One ${node.name} in a list, with its place.` })
  class Edge {
    @Field(() => String, {
      description: "Opaque; give it as `after` to go on behind this one. It stays valid while others come and go.",
    })
    cursor!: string;

    @Field(() => node, { description: `The ${node.name} at this place.` })
    node!: Node;
  }

  @ObjectType(`${node.name}Connection`, { description: `One page of a list of ${node.name}, in the list's order.` })
  class Connection implements Page<Node> {
    @Field(() => [Edge], { description: "What is on this page, each with its cursor." })
    edges!: Edge[];

    @Field(() => PageInfo, { description: "Where this page lies." })
    pageInfo!: PageInfo;

    count!: () => Promise<Count>;

    @Field(() => [node], { description: "What is on this page, without the cursors." })
    nodes(): Node[] {
      return this.edges.map((edge) => edge.node);
    }

    @Field(() => Int, {
      description: `How many the whole list holds, counted up to ${countLimit.toLocaleString("en")}, or less far where a filter lets few of very many through. Counted only when asked for.`,
    })
    async totalCount(): Promise<number> {
      return (await countOnce(this.count)).count;
    }

    @Field(() => Boolean, { description: "Whether `totalCount` is all; false means that counting stopped there." })
    async totalCountIsExact(): Promise<boolean> {
      return (await countOnce(this.count)).exact;
    }
  }

  return Connection;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: defaultPageSize,
    description: `How many at most: 1 to ${maxPageSize}.`,
  })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "A cursor of this same list (same filter, same order): the page begins behind it. Absent: at the start.",
  })
  after?: string | null;
}

@ArgsType()
export class SearchPageArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: "Only those whose name begins with this, whatever the case and accents. Absent or empty: all.",
  })
  search?: string | null;
}
