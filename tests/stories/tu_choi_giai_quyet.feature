# language: vi
Tính năng: Từ chối giải quyết
  Thẩm định thấy không đủ điều kiện thì trả hồ sơ kèm phiếu từ chối nêu lý do, trong thời hạn giải quyết;
  phiếu ấy là kết quả (Nghị định 61/2018/NĐ-CP, Điều 19 khoản 8).

  Bối cảnh:
    Biết một xã có danh mục thủ tục và lịch làm việc năm 2026

  Tình huống: Từ chối rồi trả phiếu cho người dân
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi đến "10:00 09/10/2026"
    Và cán bộ từ chối giải quyết vì "Không đủ điều kiện theo Điều 24"
    Thì hồ sơ đang ở bước "có kết quả, chờ trả"
    Và phiếu từ chối số "0001/2026/PTC", lý do "Không đủ điều kiện theo Điều 24"
    Và lịch sử ghi thêm "Từ chối giải quyết"
    Khi cán bộ trả kết quả
    Thì hồ sơ đang ở bước "đã trả kết quả"

  Tình huống: Phải nêu lý do
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ từ chối giải quyết vì ""
    Thì chương trình nhắc "Chưa ghi lý do; hãy ghi rõ lý do cho người dân biết"
    Và hồ sơ đang ở bước "đang giải quyết"

  Tình huống: Người dân không bổ sung thì từ chối, hồ sơ về lại Một cửa
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ yêu cầu bổ sung "Giấy chứng sinh" vì "chưa có"
    Và đến "09:00 28/10/2026"
    Và cán bộ từ chối giải quyết vì "Quá 15 ngày làm việc không bổ sung"
    Thì hồ sơ đang ở "Bộ phận Một cửa"
    Và hồ sơ đang ở bước "có kết quả, chờ trả"

  Tình huống: Đã có kết quả thì không từ chối được
    Biết lúc "09:00 05/10/2026" bà "Đỗ Thị Ưởng" nộp hồ sơ thủ tục "1.004884"
    Khi cán bộ ghi có kết quả số "12/KS"
    Và cán bộ từ chối giải quyết vì "không đủ điều kiện"
    Thì chương trình nhắc "có kết quả, chờ trả nên không từ chối giải quyết được"
