package dev.emerald.rules.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The shapes of tokens, as their makers publish them or as their tokens show. */
final class TokenShapes {

  private static final String BASE_62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int CHECKSUM = 6;

  /** Tokens that ran out before this second are worth nothing any more: 2026-11-01. */
  private static final long LONG_AGO = 1_793_491_200L;

  private static final Pattern EXPIRES = Pattern.compile("\"exp\"\\s{0,4}:\\s{0,4}(\\d{1,12})");

  /** All shapes; tried at every place where the keyword of one begins. */
  static final List<TokenShape> ALL =
      List.of(
          TokenShape.of("a GitHub token", "ghp_", TokenShapes::alphanumeric, 36, 36)
              .proven(TokenShapes::hasChecksum),
          TokenShape.of("a GitHub token", "gho_", TokenShapes::alphanumeric, 36, 36)
              .proven(TokenShapes::hasChecksum),
          TokenShape.of("a GitHub token", "ghu_", TokenShapes::alphanumeric, 36, 36)
              .proven(TokenShapes::hasChecksum),
          TokenShape.of("a GitHub token", "ghs_", TokenShapes::alphanumeric, 36, 36)
              .proven(TokenShapes::hasChecksum),
          TokenShape.of("a GitHub token", "ghr_", TokenShapes::alphanumeric, 36, 36)
              .proven(TokenShapes::hasChecksum),
          TokenShape.of("a GitHub token", "github_pat_", TokenShapes::word, 82, 82),
          TokenShape.of("a GitLab token", "glpat-", TokenShapes::wordOrDash, 20, 64),
          TokenShape.of("an npm token", "npm_", TokenShapes::alphanumeric, 36, 36)
              .proven(TokenShapes::hasChecksum),
          TokenShape.of("an AWS access key", "AKIA", TokenShapes::base32, 16, 16)
              .with(TokenShapes::noExample),
          TokenShape.of("an AWS access key", "ASIA", TokenShapes::base32, 16, 16)
              .with(TokenShapes::noExample),
          TokenShape.of("a Slack token", "xoxb-", TokenShapes::wordOrDash, 40, 80)
              .with(TokenShapes::isSlack),
          TokenShape.of("a Slack token", "xoxp-", TokenShapes::wordOrDash, 40, 90)
              .with(TokenShapes::isSlack),
          TokenShape.of("a Slack token", "xoxa-", TokenShapes::wordOrDash, 40, 90)
              .with(TokenShapes::isSlack),
          TokenShape.of("a Slack token", "xoxs-", TokenShapes::wordOrDash, 40, 90)
              .with(TokenShapes::isSlack),
          TokenShape.of("a Slack app token", "xapp-1-", TokenShapes::wordOrDash, 60, 110),
          TokenShape.of("a Slack webhook", "hooks.slack.com/services/T", TokenShapes::path, 42, 50),
          TokenShape.of(
              "a Discord webhook",
              "discord.com/api/webhooks/",
              unit -> wordOrDash(unit) || unit == '/',
              80,
              100),
          TokenShape.of("a live Stripe key", "sk_live_", TokenShapes::alphanumeric, 24, 247),
          TokenShape.of("a live Stripe key", "rk_live_", TokenShapes::alphanumeric, 24, 247),
          TokenShape.of("a Stripe webhook secret", "whsec_", TokenShapes::base64, 32, 64),
          TokenShape.of("a Google API key", "AIza", TokenShapes::wordOrDash, 35, 35),
          TokenShape.of("a Google client secret", "GOCSPX-", TokenShapes::wordOrDash, 28, 28),
          TokenShape.of("a Twilio API key", "SK", TokenShapes::lowerHex, 32, 32),
          TokenShape.of("a SendGrid key", "SG.", TokenShapes::wordDashOrDot, 66, 66)
              .with(token -> token.charAt(25) == '.'),
          TokenShape.of("a Mailgun key", "key-", TokenShapes::lowerHex, 32, 32),
          TokenShape.of("a Brevo key", "xkeysib-", TokenShapes::wordOrDash, 81, 81),
          TokenShape.of("an OpenAI key", "sk-proj-", TokenShapes::wordOrDash, 40, 200)
              .with(token -> token.contains("T3BlbkFJ")),
          TokenShape.of("an OpenAI key", "sk-svcacct-", TokenShapes::wordOrDash, 40, 200)
              .with(token -> token.contains("T3BlbkFJ")),
          TokenShape.of("an OpenAI key", "sk-", TokenShapes::alphanumeric, 48, 48)
              .with(token -> token.contains("T3BlbkFJ")),
          TokenShape.of("an Anthropic key", "sk-ant-", TokenShapes::wordOrDash, 80, 120),
          TokenShape.of("a Hugging Face token", "hf_", TokenShapes::alphanumeric, 34, 34),
          TokenShape.of("an Azure storage key", "AccountKey=", TokenShapes::base64, 88, 88)
              .with(token -> token.endsWith("==")),
          TokenShape.of("a Shopify token", "shpat_", TokenShapes::lowerHex, 32, 32),
          TokenShape.of("a Shopify token", "shpca_", TokenShapes::lowerHex, 32, 32),
          TokenShape.of("a Shopify token", "shppa_", TokenShapes::lowerHex, 32, 32),
          TokenShape.of("a Shopify secret", "shpss_", TokenShapes::lowerHex, 32, 32),
          TokenShape.of("a DigitalOcean token", "dop_v1_", TokenShapes::lowerHex, 64, 64),
          TokenShape.of("a DigitalOcean token", "doo_v1_", TokenShapes::lowerHex, 64, 64),
          TokenShape.of("a Doppler token", "dp.pt.", TokenShapes::alphanumeric, 40, 44),
          TokenShape.of("a Databricks token", "dapi", TokenShapes::lowerHex, 32, 32),
          TokenShape.of("a Square token", "sq0atp-", TokenShapes::wordOrDash, 22, 22),
          TokenShape.of("a Square secret", "sq0csp-", TokenShapes::wordOrDash, 43, 43),
          TokenShape.of("a PyPI token", "pypi-AgEIcHlwaS5vcmc", TokenShapes::wordOrDash, 50, 250),
          TokenShape.of("a Netlify token", "nfp_", TokenShapes::alphanumeric, 36, 36),
          TokenShape.of("a New Relic key", "NRAK-", TokenShapes::upper, 27, 27),
          TokenShape.of("a Sentry token", "sntrys_", unit -> base64(unit) || unit == '_', 80, 400),
          TokenShape.of("a Linear key", "lin_api_", TokenShapes::alphanumeric, 40, 40),
          TokenShape.of("a Postman key", "PMAK-", TokenShapes::wordOrDash, 59, 59),
          TokenShape.of("a Grafana token", "glsa_", TokenShapes::word, 41, 41),
          TokenShape.of(
              "an Atlassian token", "ATATT3", unit -> wordOrDash(unit) || unit == '=', 150, 220),
          TokenShape.of("a Figma token", "figd_", TokenShapes::wordOrDash, 38, 50),
          TokenShape.of("a Supabase token", "sbp_", TokenShapes::lowerHex, 40, 40),
          TokenShape.of("a Pulumi token", "pul-", TokenShapes::lowerHex, 40, 40),
          TokenShape.of("a PlanetScale token", "pscale_tkn_", TokenShapes::wordDashOrDot, 32, 64),
          TokenShape.of("a PlanetScale password", "pscale_pw_", TokenShapes::wordDashOrDot, 32, 64),
          TokenShape.of("a RubyGems key", "rubygems_", TokenShapes::lowerHex, 48, 48),
          TokenShape.of("a Mapbox secret token", "sk.eyJ", TokenShapes::wordDashOrDot, 60, 200),
          TokenShape.of("a Dynatrace token", "dt0c01.", TokenShapes::wordDashOrDot, 89, 89),
          TokenShape.of("a Vault token", "hvs.", TokenShapes::wordOrDash, 90, 200),
          TokenShape.of("an age secret key", "AGE-SECRET-KEY-1", TokenShapes::upper, 58, 58),
          TokenShape.of("a signed JSON Web Token", "eyJ", TokenShapes::wordDashOrDot, 60, 4_000)
              .with(TokenShapes::isJwt));

  private TokenShapes() {}

  private static boolean alphanumeric(int unit) {
    return unit < 128 && Character.isLetterOrDigit(unit);
  }

  private static boolean lowerHex(int unit) {
    return unit >= '0' && unit <= '9' || unit >= 'a' && unit <= 'f';
  }

  private static boolean upper(int unit) {
    return alphanumeric(unit) && !Character.isLowerCase(unit);
  }

  private static boolean base32(int unit) {
    return unit >= 'A' && unit <= 'Z' || unit >= '2' && unit <= '7';
  }

  private static boolean word(int unit) {
    return alphanumeric(unit) || unit == '_';
  }

  private static boolean wordOrDash(int unit) {
    return word(unit) || unit == '-';
  }

  private static boolean wordDashOrDot(int unit) {
    return wordOrDash(unit) || unit == '.';
  }

  private static boolean base64(int unit) {
    return alphanumeric(unit) || unit == '+' || unit == '/' || unit == '=';
  }

  private static boolean path(int unit) {
    return alphanumeric(unit) || unit == '/';
  }

  /** GitHub and npm end their tokens with the CRC-32 of what stands before it, in base 62. */
  private static boolean hasChecksum(String token) {
    int body = token.indexOf('_') + 1;
    String random = token.substring(body, token.length() - CHECKSUM);
    CRC32 crc = new CRC32();
    crc.update(random.getBytes(StandardCharsets.US_ASCII));
    long left = crc.getValue();
    char[] digits = new char[CHECKSUM];
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      digits[i] = BASE_62.charAt((int) (left % BASE_62.length()));
      left /= BASE_62.length();
    }
    return token.endsWith(new String(digits));
  }

  private static boolean noExample(String token) {
    return !token.endsWith("EXAMPLE");
  }

  /** Two or three numbers, then letters and digits. */
  private static boolean isSlack(String token) {
    String[] parts = token.split("-", 6);
    return parts.length >= 4
        && isNumber(parts[1])
        && isNumber(parts[2])
        && parts[parts.length - 1].length() >= 24;
  }

  private static boolean isNumber(String part) {
    return part.length() >= 9 && part.length() <= 14 && part.chars().allMatch(Character::isDigit);
  }

  /** Three parts, of which the first names an algorithm; samples and expired ones are none. */
  private static boolean isJwt(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || parts[2].length() < 20) {
      return false;
    }
    String header = decoded(parts[0]);
    String claims = decoded(parts[1]);
    if (!header.contains("\"alg\"") || header.contains("\"none\"") || !claims.startsWith("{")) {
      return false;
    }
    if (claims.contains("1234567890") || claims.contains("John Doe")) {
      return false;
    }
    Matcher expires = EXPIRES.matcher(claims);
    return !expires.find() || Long.parseLong(expires.group(1)) >= LONG_AGO;
  }

  private static String decoded(String part) {
    try {
      return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Cut off or no token at all: there is nothing in it.
      return "";
    }
  }
}
