package org.xueshi.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A bureau of a region: the first organization of an empty platform is the province's. */
record NewBureauForm(
        @NotBlank(message = "请填写单位名称") @Size(min = 2, max = 100, message = "单位名称应为2至100字")
        String name,

        @NotBlank(message = "请填写机构代码") @Size(max = 30, message = "机构代码不正确")
        String code,

        @NotBlank(message = "请选择所在区域") @Size(max = 6, message = "请选择所在区域")
        String region) {}
