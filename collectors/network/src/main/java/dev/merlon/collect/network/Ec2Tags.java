/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import dev.merlon.collect.AwsValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Maps the tags of EC2. */
final class Ec2Tags {
  private Ec2Tags() {}

  static Map<String, String> map(List<Tag> tags) {
    Map<String, String> mapped = new HashMap<>();
    tags.forEach(tag -> mapped.put(AwsValues.text(tag.key()), AwsValues.text(tag.value())));
    return mapped;
  }
}
