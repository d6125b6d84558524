package dev.emerald.rules.supply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which names are slips of the pen for those of well-known packages: of the kinds that people make
 * and do not see, and for names long enough that another package is not but a letter away.
 */
final class Lookalikes {

  /** Packages that very many projects ask for, and whose names people type by hand. */
  private static final Set<String> POPULAR =
      Set.of(
          "angular",
          "apollo-server",
          "archiver",
          "async",
          "autoprefixer",
          "axios",
          "babel-core",
          "babel-loader",
          "bcrypt",
          "bcryptjs",
          "bluebird",
          "body-parser",
          "bootstrap",
          "browserify",
          "chalk",
          "chart.js",
          "cheerio",
          "chokidar",
          "class-validator",
          "classnames",
          "colors",
          "commander",
          "compression",
          "concurrently",
          "connect",
          "cookie-parser",
          "cookie-session",
          "cross-env",
          "cross-spawn",
          "css-loader",
          "date-fns",
          "dayjs",
          "debug",
          "dotenv",
          "ejs",
          "electron",
          "esbuild",
          "eslint",
          "eventemitter3",
          "execa",
          "express",
          "express-session",
          "express-validator",
          "fastify",
          "file-loader",
          "firebase",
          "firebase-admin",
          "form-data",
          "formidable",
          "fs-extra",
          "glob",
          "googleapis",
          "graphql",
          "gulp",
          "handlebars",
          "helmet",
          "highlight.js",
          "html-webpack-plugin",
          "http-proxy",
          "http-proxy-middleware",
          "husky",
          "immutable",
          "inquirer",
          "ioredis",
          "jasmine",
          "jquery",
          "js-yaml",
          "jsdom",
          "jsonwebtoken",
          "karma",
          "lint-staged",
          "lodash",
          "lodash.merge",
          "mariadb",
          "marked",
          "mime-types",
          "minimatch",
          "minimist",
          "mkdirp",
          "mocha",
          "moment",
          "moment-timezone",
          "mongodb",
          "mongoose",
          "morgan",
          "multer",
          "mysql",
          "mysql2",
          "nanoid",
          "nestjs",
          "next",
          "node-cron",
          "node-fetch",
          "node-sass",
          "nodemailer",
          "nodemon",
          "passport",
          "passport-jwt",
          "passport-local",
          "pg-promise",
          "postcss",
          "postcss-loader",
          "prettier",
          "prop-types",
          "puppeteer",
          "playwright",
          "react",
          "react-dom",
          "react-redux",
          "react-router",
          "react-router-dom",
          "react-scripts",
          "redis",
          "redux",
          "redux-thunk",
          "reflect-metadata",
          "request",
          "request-promise",
          "rimraf",
          "rollup",
          "sass-loader",
          "semver",
          "sequelize",
          "serialize-javascript",
          "shelljs",
          "socket.io",
          "socket.io-client",
          "sqlite3",
          "stripe",
          "style-loader",
          "styled-components",
          "superagent",
          "supertest",
          "tailwindcss",
          "terser-webpack-plugin",
          "through2",
          "ts-jest",
          "ts-loader",
          "ts-node",
          "typeorm",
          "typescript",
          "uglify-js",
          "underscore",
          "undici",
          "url-loader",
          "validator",
          "vue-router",
          "webpack",
          "webpack-cli",
          "webpack-dev-server",
          "webpack-merge",
          "winston",
          "xml2js",
          "yargs",
          "zone.js");

  /** Packages of their own right whose names are as near as a slip would be. */
  private static final Set<String> OF_THEIR_OWN =
      Set.of(
          "bootstraps",
          "enquirer",
          "expresso",
          "graphqls",
          "mariasql",
          "mongojs",
          "nodemailer-ses",
          "preact",
          "sequalize",
          "stripes",
          "tslint",
          "vuerouter");

  private static final Map<Character, Character> TWINS =
      Map.of('0', 'o', '1', 'l', '5', 's', '3', 'e');

  private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

  /** Shorter names are near to many others. */
  private static final int SHORTEST = 5;

  private static final int SHORTEST_FOR_OTHER_LETTERS = 7;

  /**
   * A well-known name that may be mistyped.
   *
   * @param plain the name without marks between its words
   */
  private record Known(String name, String plain) {}

  private static final List<Known> KNOWN =
      POPULAR.stream()
          .filter(name -> name.length() >= SHORTEST)
          .sorted()
          .map(name -> new Known(name, withoutMarks(name)))
          .toList();

  private Lookalikes() {}

  private static String withoutMarks(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      if (unit != '-' && unit != '_' && unit != '.') {
        letters.append(unit);
      }
    }
    return letters.toString();
  }

  /** The well-known name that a name looks like; empty if it is well known itself. */
  static Optional<String> of(String name) {
    if (name.length() < SHORTEST - 1 || POPULAR.contains(name) || OF_THEIR_OWN.contains(name)) {
      return Optional.empty();
    }
    String plain = withoutMarks(name);
    String twins = twins(name);
    for (Known known : KNOWN) {
      if (looksLike(name, plain, twins, known)) {
        return Optional.of(known.name());
      }
    }
    return Optional.empty();
  }

  private static boolean looksLike(String name, String plain, String twins, Known of) {
    String known = of.name();
    if (Math.abs(name.length() - known.length()) > 2) {
      return false;
    }
    boolean marked = !of.plain().equals(known) || !plain.equals(name);
    if (marked && of.plain().length() > SHORTEST && plain.equals(of.plain())) {
      return true;
    }
    return twins.equals(known)
        || isSwapped(name, known)
        || isRepeated(name, known)
        || isRepeated(known, name)
        || known.length() >= SHORTEST_FOR_OTHER_LETTERS
            && (isMissingOne(name, known) || isNextKey(name, known));
  }

  private static String twins(String name) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char unit = name.charAt(i);
      letters.append(TWINS.getOrDefault(unit, unit));
    }
    return letters.toString();
  }

  /** Whether two letters side by side are the other way round. */
  private static boolean isSwapped(String name, String known) {
    int at = firstDifference(name, known);
    return name.length() == known.length()
        && at + 1 < name.length()
        && name.charAt(at) == known.charAt(at + 1)
        && name.charAt(at + 1) == known.charAt(at)
        && name.substring(at + 2).equals(known.substring(at + 2));
  }

  /** Whether the longer one has a letter once more, right behind itself. */
  private static boolean isRepeated(String longer, String shorter) {
    int at = firstDifference(longer, shorter);
    return longer.length() == shorter.length() + 1
        && at > 0
        && Character.isLetter(longer.charAt(at))
        && longer.charAt(at) == longer.charAt(at - 1)
        && longer.substring(at + 1).equals(shorter.substring(at));
  }

  /** Whether a letter within is missing; words that end otherwise are other words. */
  private static boolean isMissingOne(String name, String known) {
    int at = firstDifference(name, known);
    return name.length() == known.length() - 1
        && at > 0
        && at < name.length()
        && Character.isLetter(known.charAt(at))
        && known.substring(at + 1).equals(name.substring(at));
  }

  /** Whether the key beside the right one was hit, within the name. */
  private static boolean isNextKey(String name, String known) {
    int at = firstDifference(name, known);
    return name.length() == known.length()
        && at > 0
        && at < name.length() - 1
        && name.substring(at + 1).equals(known.substring(at + 1))
        && areNeighbours(name.charAt(at), known.charAt(at));
  }

  private static boolean areNeighbours(char one, char other) {
    return ROWS.stream()
        .anyMatch(
            row ->
                row.indexOf(one) >= 0
                    && row.indexOf(other) >= 0
                    && Math.abs(row.indexOf(one) - row.indexOf(other)) == 1);
  }

  private static int firstDifference(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }
}
