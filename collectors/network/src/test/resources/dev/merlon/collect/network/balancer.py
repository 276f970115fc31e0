# Copyright 2026 The Merlon Authors
# SPDX-License-Identifier: Apache-2.0
"""Makes the Network Load Balancer that an endpoint service needs, and prints its ARN."""

import sys

import boto3

region, subnet = sys.argv[1:]
print(
    boto3.client("elbv2", region_name=region).create_load_balancer(
        Name="endpoint", Type="network", Scheme="internal", Subnets=[subnet]
    )["LoadBalancers"][0]["LoadBalancerArn"]
)
