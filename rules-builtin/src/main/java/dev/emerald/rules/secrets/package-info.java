/**
 * Secrets that lie in the repository, in whatever file.
 *
 * <p>{@link dev.emerald.rules.secrets.TokenInRepository} finds tokens by the shape their makers
 * give them: {@link dev.emerald.rules.secrets.TokenShapes} lists the shapes, {@link
 * dev.emerald.rules.secrets.KeywordIndex} finds where one may begin in a single pass. The rules of
 * settings ask {@link dev.emerald.rules.secrets.SettingLines} for names and values and {@link
 * dev.emerald.rules.secrets.Credentials} whether those are a secret. No message holds a secret, and
 * every problem says where it stands, so that reports mask it.
 */
@NullMarked
package dev.emerald.rules.secrets;

import org.jspecify.annotations.NullMarked;
