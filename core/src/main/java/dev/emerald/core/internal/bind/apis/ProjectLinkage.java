package dev.emerald.core.internal.bind.apis;

import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.bind.links.Arguments;
import dev.emerald.core.internal.bind.links.Value;
import org.jspecify.annotations.Nullable;

/** A file among the linked files of its project. */
final class ProjectLinkage implements Linkage {

  private final ApiLinks links;
  private final String path;

  ProjectLinkage(ApiLinks links, String path) {
    this.links = links;
    this.path = path;
  }

  @Override
  public @Nullable Value module(String specifier) {
    return links.module(path, specifier);
  }

  @Override
  public Value global(String name) {
    return links.global(name);
  }

  @Override
  public @Nullable Value member(Value value, String key) {
    return links.member(value, key);
  }

  @Override
  public @Nullable Value call(Value callee, Arguments arguments) {
    return links.call(callee, arguments);
  }

  @Override
  public @Nullable Value instance(Value type) {
    return links.instance(type);
  }

  @Override
  public @Nullable Value parameter(int function, int index) {
    return links.parameter(path, function, index);
  }

  @Override
  public @Nullable String name(@Nullable Value value) {
    return value == null ? null : links.apiName(value);
  }
}
