import "reflect-metadata";
import { type GraphQLSchema, graphql } from "graphql";
import { buildSchema, Field, ObjectType, Query, Resolver } from "type-graphql";
import { connectionOf, type Page } from "./connection.js";

@ObjectType({ description: "Something to list." })
class Parcel {
  @Field(() => String, { description: "What is on it." })
  address!: string;
}

const ParcelConnection = connectionOf(Parcel);

const count = jest.fn();

@Resolver()
class Parcels {
  @Query(() => ParcelConnection)
  parcels(): Page<Parcel> {
    return {
      edges: [
        { cursor: "a", node: { address: "Ghent" } },
        { cursor: "b", node: { address: "Lille" } },
      ],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: "a", endCursor: "b" },
      count: () => count(),
    };
  }
}

describe("a connection", () => {
  let schema: GraphQLSchema;

  beforeAll(async () => {
    schema = await buildSchema({ resolvers: [Parcels] });
  });

  beforeEach(() => {
    count.mockReset().mockResolvedValue({ count: 10_000, exact: false });
  });

  const ask = async (fields: string) => {
    const answer = await graphql({ schema, source: `{ parcels { ${fields} } }` });
    expect(answer.errors).toBeUndefined();
    return JSON.parse(JSON.stringify(answer.data)).parcels;
  };

  it("is named after what it lists", () => {
    expect(Object.keys(schema.getTypeMap())).toEqual(expect.arrayContaining(["ParcelConnection", "ParcelEdge"]));
  });

  it("gives the nodes with and without their cursors", async () => {
    expect(await ask("nodes { address } edges { cursor node { address } } pageInfo { endCursor }")).toEqual({
      nodes: [{ address: "Ghent" }, { address: "Lille" }],
      edges: [
        { cursor: "a", node: { address: "Ghent" } },
        { cursor: "b", node: { address: "Lille" } },
      ],
      pageInfo: { endCursor: "b" },
    });
  });

  it("does not count unless asked to", async () => {
    await ask("nodes { address }");
    expect(count).not.toHaveBeenCalled();
  });

  it("counts once for the number and for whether it is all", async () => {
    expect(await ask("totalCount totalCountIsExact")).toEqual({ totalCount: 10_000, totalCountIsExact: false });
    expect(count).toHaveBeenCalledTimes(1);
  });

  it("counts afresh for another answer", async () => {
    await ask("totalCount");
    count.mockResolvedValue({ count: 3, exact: true });
    expect(await ask("totalCount totalCountIsExact")).toEqual({ totalCount: 3, totalCountIsExact: true });
  });
});
