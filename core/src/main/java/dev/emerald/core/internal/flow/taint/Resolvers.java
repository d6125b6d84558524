package dev.emerald.core.internal.flow.taint;

import dev.emerald.core.internal.flow.effects.Taint;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.numbers.IntList;
import dev.emerald.core.internal.flow.types.Program;
import dev.emerald.core.internal.flow.types.Things;
import java.util.Set;

/** Functions that answer the fields of a GraphQL query: their arguments are those of the query. */
final class Resolvers {

  private static final Set<String> TYPES =
      Set.of("graphql.GraphQLObjectType", "graphql.GraphQLInterfaceType");

  private static final Set<String> SCHEMAS =
      Set.of(
          "@apollo/server.ApolloServer",
          "apollo-server.ApolloServer",
          "apollo-server-express.ApolloServer",
          "apollo-server-koa.ApolloServer",
          "apollo-server-lambda.ApolloServer",
          "@graphql-tools/schema.makeExecutableSchema",
          "@graphql-tools/schema.addResolversToSchema",
          "graphql-tools.makeExecutableSchema",
          "@apollo/subgraph.buildSubgraphSchema",
          "graphql-yoga.createSchema",
          "graphql-yoga.GraphQLServer");

  private static final Set<String> ROOTS =
      Set.of(
          "express-graphql",
          "express-graphql.graphqlHTTP",
          "graphql-http/lib/use/express.createHandler",
          "graphql-http/lib/use/http.createHandler",
          "graphql.graphql",
          "graphql.graphqlSync",
          "graphql.execute");

  private static final int MOST_FUNCTIONS = 2_000;

  private final Tabulation all;
  private final Program program;
  private final Sources sources;
  private int left = MOST_FUNCTIONS;

  Resolvers(Tabulation all, Sources sources) {
    this.all = all;
    this.program = all.program;
    this.sources = sources;
  }

  /** Looks for resolvers in what a call is given. */
  void look(int function, Body body, int call, String api) {
    boolean type = TYPES.contains(api);
    boolean schema = SCHEMAS.contains(api);
    if (!type && !schema && !ROOTS.contains(api)) {
      return;
    }
    int list = body.c(call);
    for (int i = 0; i < body.listSize(list); i++) {
      if (body.listAt(list, i) < 0) {
        continue;
      }
      for (int given : all.types.of(program.base(function) + body.listAt(list, i))) {
        if (type) {
          fields(given, 2);
        } else if (schema) {
          property(given, "resolvers", 2, 1);
        } else {
          property(given, "rootValue", 0, 0);
        }
      }
    }
  }

  private void fields(int thing, int depth) {
    int node = all.types.field(thing, program.names().number("fields"));
    for (int fields : node < 0 ? new int[0] : all.types.of(node)) {
      if (all.types.things().kind(fields) == Things.Kind.FUNCTION) {
        // They may be put off until all types are there.
        int result = all.types.result(all.types.things().subject(fields));
        for (int late : all.types.of(result)) {
          members(late, depth - 1, 1);
        }
      } else {
        members(fields, depth - 1, 1);
      }
    }
  }

  private void property(int thing, String name, int depth, int parameter) {
    int node = all.types.field(thing, program.names().number(name));
    for (int held : node < 0 ? new int[0] : all.types.of(node)) {
      members(held, depth, parameter);
    }
  }

  /** Functions that are properties of a thing, or lie below it. */
  private void members(int thing, int depth, int parameter) {
    Things things = all.types.things();
    if (things.kind(thing) != Things.Kind.OBJECT && things.kind(thing) != Things.Kind.EXPORTS) {
      return;
    }
    IntList keys = all.types.keys(thing);
    for (int i = 0; i < keys.size() && left > 0; i++) {
      int node = all.types.field(thing, keys.get(i));
      for (int held : node < 0 ? new int[0] : all.types.of(node)) {
        if (things.kind(held) == Things.Kind.FUNCTION) {
          left--;
          resolver(things.subject(held), parameter);
        } else if (depth > 0) {
          members(held, depth - 1, parameter);
        }
      }
    }
  }

  private void resolver(int function, int parameter) {
    int remote = all.apis.models().origin("remote");
    if (remote >= 0) {
      Taint taint = all.effects.source(remote);
      sources.parameter(function, parameter, Paths.WHOLE, taint);
    }
  }
}
