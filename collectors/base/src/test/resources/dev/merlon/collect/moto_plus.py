#!/usr/bin/env python3
#
# Copyright 2026 The Merlon Authors
# SPDX-License-Identifier: Apache-2.0
#
"""moto's server with handlers for calls that moto 5.2.5 lacks or answers incompletely.

usage: moto_plus.py [-H 127.0.0.1] [-p PORT]      (the arguments of moto_server)

State comes from the JSON file named by MOTO_PLUS_STATE, read again at every call; what it leaves
out has the default:
{
  "bpa":   {"mode": "off", "exclusions": [
             {"ExclusionId", "ResourceArn", "InternetGatewayExclusionMode", "State"}]},
  "root":  {"password": 1, "keys": 0, "certificates": 0, "mfa": 0, "virtual_mfa": false,
            "password_last_used": "no_information"},
  "iam_page": 1000,
  "identity_center": ["us-east-1"],
  "root_features": ["RootCredentialsManagement", "RootSessions"],
  "organization": {"resource_policy": "{...}", "handshakes": [{"Id", "Arn", "State", ...}]},
  "account_handshakes": [{"Id", "Arn", "State", ...}],
  "stale": [{"GroupId", "VpcId", "StaleIpPermissions": [...]}],
  "deny":  ["ec2:DescribeVpcs", "iam:ListUsers@us-east-1"]
}
"bpa" and "stale" may be given per Region: {"us-east-1": {...}}; "root", "root_features" and
"account_handshakes" per account: {"123456789012": {...}}. "root_features" may be the code of an
error instead: "OrganizationNotFoundException". "organization" is what there is in any organization.
"iam_page" is the most that a page of GetAccountAuthorizationDetails has, whatever is asked for;
"virtual_mfa" adds the root user's device to those of ListVirtualMFADevices. "identity_center" lists
the Regions that keep the instance of IAM Identity Center which moto has in each.
An action of "deny", everywhere or in one Region, is answered with HTTP 403 and the error code that
AWS has for it. It is named by the service that requests are signed for, and by the API action.
MOTO_PLUS_CALLS names a file that gets a line for every request: "ec2:DescribeVpcs us-east-1".

Added: organizations DescribeResourcePolicy, ListHandshakesForAccount and …ForOrganization, and that
delegated administrators may ask what other members may not (moto answers all or none of them);
ec2 DescribeVpcBlockPublicAccessOptions and …Exclusions, DescribeStaleSecurityGroups, and among
DescribeNetworkInterfaces those of load balancers, one in each subnet, and those of NAT gateways as
AWS has them (moto lends them the default group and attaches them to nothing); the ARNs of Network
and Gateway Load Balancers (moto has all for Application ones);
iam ListOrganizationsFeatures, the root row and the time of the credential report, the root's
figures of GetAccountSummary, its virtual MFA device, pages and the names of policies in
GetAccountAuthorizationDetails; sso ListInstances with none; wafv2 ListResourcesForWebACL; s3
GetBucketReplication with the rules as they were put (moto drops filters, KMS opt-in and
delete-marker settings).
"""

import datetime
import hashlib
import io
import ipaddress
import json
import os
import threading
import urllib.parse

os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")

import moto.server
import xmltodict
from moto.core.exceptions import ServiceException
from moto.core.model import OperationModel
from moto.core.request import Request, determine_request_protocol
from moto.core.responses import ActionResult
from moto.core.routing import get_service_router
from moto.core.serialize import get_serializer_class
from moto.core.utils import get_service_model
from moto.ec2.models import ec2_backends
from moto.ec2.models.nat_gateways import NatGateway
from moto.ec2.responses import EC2Response
from moto.elb.models import elb_backends
from moto.elbv2.models import ELBv2Backend, elbv2_backends
from moto.iam.models import IAMBackend
from moto.iam.responses import IamResponse
from moto.organizations.models import organizations_backends
from moto.organizations.responses import OrganizationsResponse
from moto.s3.responses import S3Response
from moto.ssoadmin.responses import SSOAdminResponse
from moto.wafv2.responses import WAFV2Response

NOW = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def state(what, key, default):
    path = os.environ.get("MOTO_PLUS_STATE")
    all_of_it = (
        json.load(open(path)).get(what, default) if path and os.path.exists(path) else default
    )
    return all_of_it[key] if isinstance(all_of_it, dict) and key in all_of_it else all_of_it


def describe_vpc_block_public_access_options(self):
    bpa = state("bpa", self.region, {"mode": "off"})
    return ActionResult(
        {
            "VpcBlockPublicAccessOptions": {
                "AwsAccountId": self.current_account,
                "AwsRegion": self.region,
                "State": "default-state",
                "InternetGatewayBlockMode": bpa.get("mode", "off"),
                "ManagedBy": "account",
                "ExclusionsAllowed": "allowed",
            }
        }
    )


def describe_vpc_block_public_access_exclusions(self):
    return ActionResult(
        {"VpcBlockPublicAccessExclusions": state("bpa", self.region, {}).get("exclusions", [])}
    )


def describe_stale_security_groups(self):
    vpc = self._get_param("VpcId")
    return ActionResult(
        {
            "StaleSecurityGroupSet": [
                g for g in state("stale", self.region, []) if g.get("VpcId") == vpc
            ]
        }
    )


plain_balancer = ELBv2Backend.create_load_balancer


def create_load_balancer(self, *args, **kwargs):
    balancer = plain_balancer(self, *args, **kwargs)
    kind = {"network": "net", "gateway": "gwy"}.get(balancer.type)
    if kind:
        del self.load_balancers[balancer.arn]
        tags = self.tagging_service.list_tags_for_resource(balancer.arn)["Tags"]
        balancer.arn = balancer.arn.replace(":loadbalancer/app/", f":loadbalancer/{kind}/")
        self.load_balancers[balancer.arn] = balancer
        self.tagging_service.tag_resource(balancer.arn, tags)
    return balancer


def balancers(account, region):
    for balancer in elbv2_backends[account][region].load_balancers.values():
        yield (
            balancer,
            balancer.arn.partition(":loadbalancer/")[2],
            "interface" if balancer.type == "application" else f"{balancer.type}_load_balancer",
            [subnet.id for subnet in balancer.subnets],
        )
    for balancer in elb_backends[account][region].load_balancers.values():
        yield balancer, balancer.name, "interface", balancer.subnets


def balancer_interface(account, region, balancer, name, kind, subnet_id):
    ec2 = ec2_backends[account][region]
    subnet = ec2.get_subnet(subnet_id)
    number = int(hashlib.sha256(f"{account} {region} {name} {subnet_id}".encode()).hexdigest(), 16)
    block = ipaddress.ip_network(subnet.cidr_block)
    # AWS keeps the first four addresses and the last one.
    private = str(block[4 + number % (block.num_addresses - 5)])
    address = {"Primary": True, "PrivateIpAddress": private}
    if balancer.scheme != "internal":
        address["Association"] = {
            "IpOwnerId": "amazon-elb",
            "PublicIp": f"54.215.{number // 256 % 256}.{number % 256}",
        }
    ipv6 = []
    if getattr(balancer, "ip_address_type", "ipv4") == "dualstack":
        for association in subnet.ipv6_cidr_block_associations.values():
            ipv6_block = ipaddress.ip_network(association["ipv6CidrBlock"])
            ipv6.append({"Ipv6Address": str(ipv6_block[4 + number % 2**32])})
    groups = [ec2.get_security_group_from_id(group) for group in balancer.security_groups or []]
    return {
        **address,
        "NetworkInterfaceId": f"eni-{number % 16**17:017x}",
        "InterfaceType": kind,
        "Status": "in-use",
        "VpcId": subnet.vpc_id,
        "SubnetId": subnet_id,
        "AvailabilityZone": subnet.availability_zone,
        "OwnerId": account,
        "RequesterId": "amazon-elb",
        "RequesterManaged": True,
        "SourceDestCheck": True,
        "Description": f"ELB {name}",
        "Groups": [{"GroupId": group.id, "GroupName": group.name} for group in groups if group],
        "Attachment": {
            "AttachmentId": f"ela-attach-{number % 16**8:08x}",
            "DeviceIndex": 1,
            "InstanceOwnerId": "amazon-elb",
            "Status": "attached",
        },
        "PrivateIpAddresses": [address],
        "Ipv6Addresses": ipv6,
        "TagSet": [],
    }


# What interfaces of load balancers can be filtered by; by anything else they are not found.
FILTERS = {
    "description": lambda found: [found["Description"]],
    "group-id": lambda found: [group["GroupId"] for group in found["Groups"]],
    "interface-type": lambda found: [found["InterfaceType"]],
    "network-interface-id": lambda found: [found["NetworkInterfaceId"]],
    "requester-id": lambda found: [found["RequesterId"]],
    "status": lambda found: [found["Status"]],
    "subnet-id": lambda found: [found["SubnetId"]],
    "vpc-id": lambda found: [found["VpcId"]],
}

plain_interfaces = EC2Response.describe_network_interfaces


def describe_network_interfaces(self):
    ids = self._get_param("NetworkInterfaceIds", [])
    filters = self._filters_from_querystring()
    found = [
        interface
        for balancer, name, kind, subnets in balancers(self.current_account, self.region)
        for interface in (
            balancer_interface(self.current_account, self.region, balancer, name, kind, subnet)
            for subnet in subnets
        )
        if (not ids or interface["NetworkInterfaceId"] in ids)
        and all(
            set(FILTERS.get(filter, lambda _: [])(interface)) & set(values)
            for filter, values in filters.items()
        )
    ]
    ours = {interface["NetworkInterfaceId"] for interface in found}
    if ids and ours.issuperset(ids):
        return ActionResult({"NetworkInterfaces": found})
    result = plain_interfaces(self).result
    return ActionResult({"NetworkInterfaces": [*result["NetworkInterfaces"], *found]})


plain_nat_gateway = NatGateway.__init__


def nat_gateway(self, *args, **kwargs):
    plain_nat_gateway(self, *args, **kwargs)
    interface = self._eni
    interface.interface_type = "nat_gateway"
    interface.status = "in-use"
    interface.requester_managed = True
    interface.description = f"Interface for NAT Gateway {self.id}"
    interface._group_set = []


class Refusal(ServiceException):
    """Of this module, since moto looks errors up by the service that their module is of."""


def list_organizations_features(self):
    features = state("root_features", self.current_account, [])
    if isinstance(features, str):
        raise Refusal(features, "The request was rejected.")
    return ActionResult({"OrganizationId": "o-example", "EnabledFeatures": features})


def organizations_backend(self):
    own = organizations_backends[self.current_account][self.partition]
    if self.current_account in organizations_backends.master_accounts:
        management, partition = organizations_backends.master_accounts[self.current_account]
        backend = organizations_backends[management][partition]
        if self.current_account in [admin.account.id for admin in backend.admins]:
            return backend
    return own


def for_administrators(handler):
    def answer(self):
        if self.organizations_backend.org is None:
            # Raises for an account without an organization.
            self.organizations_backend.describe_organization()
            raise Refusal(
                "AccessDeniedException", "You don't have permissions to access this resource."
            )
        return handler(self)

    return answer


def page(self, name, items):
    size = int(self._get_param("MaxResults") or 20)
    start = int(self._get_param("NextToken") or 0)
    answer = {name: items[start : start + size]}
    if start + size < len(items):
        answer["NextToken"] = str(start + size)
    return json.dumps(answer)


def describe_resource_policy(self):
    content = state("organization", None, {}).get("resource_policy")
    if content is None:
        raise Refusal("ResourcePolicyNotFoundException", "We can't find a resource policy.")
    org = self.organizations_backend.org
    arn = f"arn:aws:organizations::{org.master_account_id}:resourcepolicy/{org.id}/rp-example1"
    return json.dumps(
        {
            "ResourcePolicy": {
                "ResourcePolicySummary": {"Id": "rp-example1", "Arn": arn},
                "Content": content,
            }
        }
    )


def list_handshakes_for_account(self):
    return page(self, "Handshakes", state("account_handshakes", self.current_account, []))


def list_handshakes_for_organization(self):
    return page(self, "Handshakes", state("organization", None, {}).get("handshakes", []))


def root_of(account):
    return {
        "password": 1,
        "keys": 0,
        "certificates": 0,
        "mfa": 0,
        "virtual_mfa": False,
        "password_last_used": "no_information",
        **state("root", account, {}),
    }


plain_details = IamResponse.get_account_authorization_details


def get_account_authorization_details(self):
    result = plain_details(self).result
    for policy in result["Policies"]:
        policy.policy_name = policy.name
    kinds = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"]
    items = [(kind, item) for kind in kinds for item in sorted(result[kind], key=lambda i: i.arn)]
    size = min(int(self._get_param("MaxItems") or 100), state("iam_page", None, 1000))
    start = int(self._get_param("Marker") or 0)
    page = items[start : start + size]
    answer = {kind: [item for of, item in page if of == kind] for kind in kinds}
    answer["IsTruncated"] = start + size < len(items)
    if answer["IsTruncated"]:
        answer["Marker"] = str(start + size)
    return ActionResult(answer)


plain_virtual_devices = IamResponse.list_virtual_mfa_devices


def list_virtual_mfa_devices(self):
    result = plain_virtual_devices(self).result
    root = f"arn:aws:iam::{self.current_account}:"
    if root_of(self.current_account)["virtual_mfa"] and not result["IsTruncated"]:
        result["VirtualMFADevices"].append(
            {
                "SerialNumber": root + "mfa/root-account-mfa-device",
                "EnableDate": "2020-01-01T00:00:00Z",
                "User": {
                    "UserId": self.current_account,
                    "Arn": root + "root",
                    "CreateDate": "2020-01-01T00:00:00Z",
                },
            }
        )
    return ActionResult(result)


plain_summary = IamResponse.get_account_summary


def get_account_summary(self):
    result = plain_summary(self).result
    root = root_of(self.current_account)
    result["SummaryMap"].update(
        {
            "AccountPasswordPresent": root["password"],
            "AccountAccessKeysPresent": root["keys"],
            "AccountSigningCertificatesPresent": root["certificates"],
            "AccountMFAEnabled": root["mfa"],
        }
    )
    return ActionResult(result)


plain_report = IAMBackend.get_credential_report


def get_credential_report(self):
    header, _, users = plain_report(self).partition("\n")
    root = root_of(self.account_id)
    row = {
        "user": "<root_account>",
        "arn": f"arn:aws:iam::{self.account_id}:root",
        "user_creation_time": "2020-01-01T00:00:00+00:00",
        "password_enabled": "not_supported",
        "password_last_used": root["password_last_used"],
        "password_last_changed": "not_supported",
        "password_next_rotation": "not_supported",
        "mfa_active": str(bool(root["mfa"])).lower(),
        "access_key_1_active": str(root["keys"] > 0).lower(),
        "access_key_2_active": str(root["keys"] > 1).lower(),
        "cert_1_active": str(root["certificates"] > 0).lower(),
        "cert_2_active": "false",
    }
    return (
        header
        + "\n"
        + ",".join(row.get(column, "N/A") for column in header.split(","))
        + "\n"
        + users
    )


plain_report_answer = IamResponse.get_credential_report


def get_credential_report_answer(self):
    answer = plain_report_answer(self).result
    answer["GeneratedTime"] = NOW
    return ActionResult(answer)


plain_instances = SSOAdminResponse.list_instances


def list_instances(self):
    regions = state("identity_center", None, None)
    none = regions is not None and self.region not in regions
    return json.dumps({"Instances": []}) if none else plain_instances(self)


KINDS = {
    "APPLICATION_LOAD_BALANCER": ":loadbalancer/app/",
    "API_GATEWAY": "/restapis/",
    "APPSYNC": ":appsync:",
    "COGNITO_USER_POOL": ":cognito-idp:",
    "APP_RUNNER_SERVICE": ":apprunner:",
    "VERIFIED_ACCESS_INSTANCE": ":verified-access-instance/",
    "AMPLIFY": ":amplify:",
}


def list_resources_for_web_acl(self):
    body = json.loads(self.body)
    acl = self.wafv2_backend.wacls.get(body["WebACLArn"])
    kind = KINDS[body.get("ResourceType", "APPLICATION_LOAD_BALANCER")]
    arns = [arn for arn in (acl.associated_resources if acl else []) if kind in arn]
    return 200, {"Content-Type": "application/json"}, json.dumps({"ResourceArns": arns})


plain_replication = S3Response.get_bucket_replication


def get_bucket_replication(self):
    replication = self.backend.get_bucket_replication(self.bucket_name)
    return (
        xmltodict.unparse({"ReplicationConfiguration": replication})
        if replication
        else plain_replication(self)
    )


# Services whose requests are signed for another name than botocore keeps their model under.
MODELS = {
    "access-analyzer": "accessanalyzer",
    "elasticloadbalancing": "elbv2",
    "monitoring": "cloudwatch",
    "sso": "sso-admin",
}

CODES = {"ec2": "UnauthorizedOperation", "query": "AccessDenied", "rest-xml": "AccessDenied"}


class Dispatcher(moto.server.DomainDispatcherApplication):
    """Writes each request down, and refuses those that are denied."""

    log = threading.Lock()

    def __call__(self, environ, start_response):
        header = environ.get("HTTP_AUTHORIZATION", "")
        scope = header.partition("Credential=")[2].partition(",")[0].split("/")
        if len(scope) == 5:
            _, _, region, service, _ = scope
            model = self.model_of(service, environ["PATH_INFO"])
            action = f"{service}:{self.action_of(environ, model)}"
            self.write(f"{action} {region}")
            if {action, f"{action}@{region}"} & set(state("deny", None, [])):
                return self.refuse(action, model, environ, start_response)
        return super().__call__(environ, start_response)

    @staticmethod
    def model_of(service, path):
        if service == "s3" and path.startswith("/v20180820/"):
            service = "s3control"
        if service == "es" and path.startswith("/2021-01-01/"):
            service = "opensearch"
        return get_service_model(MODELS.get(service, service))

    @staticmethod
    def action_of(environ, model):
        if environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
            body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            environ["wsgi.input"] = io.BytesIO(body)
            return dict(urllib.parse.parse_qsl(body.decode())).get("Action", "?")
        if "HTTP_X_AMZ_TARGET" in environ:
            return environ["HTTP_X_AMZ_TARGET"].rpartition(".")[2]
        try:
            return get_service_router(model.service_name).match(Request(environ))[0].name
        except Exception:
            return "?"

    def write(self, line):
        if path := os.environ.get("MOTO_PLUS_CALLS"):
            with self.log, open(path, "a") as file:
                file.write(line + "\n")

    @staticmethod
    def refuse(action, model, environ, start_response):
        protocol = determine_request_protocol(model, environ.get("CONTENT_TYPE"))
        code = CODES.get(protocol, "AccessDeniedException")
        message = (
            "You are not authorized to perform this operation."
            if protocol == "ec2"
            else f"User is not authorized to perform: {action}"
        )
        serializer = get_serializer_class(model.service_name, protocol)(
            operation_model=OperationModel({}, model)
        )
        answer = serializer.serialize(Refusal(code, message))
        body = answer["body"].encode() if isinstance(answer["body"], str) else answer["body"]
        headers = {**answer["headers"], "Content-Length": str(len(body))}
        start_response("403 Forbidden", [(name, str(value)) for name, value in headers.items()])
        return [body]


moto.server.DomainDispatcherApplication = Dispatcher
EC2Response.describe_vpc_block_public_access_options = describe_vpc_block_public_access_options
EC2Response.describe_vpc_block_public_access_exclusions = (
    describe_vpc_block_public_access_exclusions
)
EC2Response.describe_stale_security_groups = describe_stale_security_groups
EC2Response.describe_network_interfaces = describe_network_interfaces
NatGateway.__init__ = nat_gateway
ELBv2Backend.create_load_balancer = create_load_balancer
IamResponse.list_organizations_features = list_organizations_features
OrganizationsResponse.organizations_backend = property(organizations_backend)
OrganizationsResponse.describe_resource_policy = describe_resource_policy
OrganizationsResponse.list_handshakes_for_account = list_handshakes_for_account
OrganizationsResponse.list_handshakes_for_organization = list_handshakes_for_organization
for name in [
    "describe_policy",
    "describe_resource_policy",
    "list_accounts_for_parent",
    "list_aws_service_access_for_organization",
    "list_delegated_administrators",
    "list_delegated_services_for_account",
    "list_handshakes_for_organization",
    "list_organizational_units_for_parent",
    "list_policies",
    "list_roots",
    "list_targets_for_policy",
]:
    setattr(
        OrganizationsResponse, name, for_administrators(getattr(OrganizationsResponse, name))
    )
IamResponse.get_account_authorization_details = get_account_authorization_details
IamResponse.list_virtual_mfa_devices = list_virtual_mfa_devices
IamResponse.get_account_summary = get_account_summary
IamResponse.get_credential_report = get_credential_report_answer
IAMBackend.get_credential_report = get_credential_report
SSOAdminResponse.list_instances = list_instances
WAFV2Response.list_resources_for_web_acl = list_resources_for_web_acl
S3Response.get_bucket_replication = get_bucket_replication

if __name__ == "__main__":
    moto.server.main()
